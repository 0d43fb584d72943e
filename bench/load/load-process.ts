import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { answerOf } from '../processes/answer.ts';
import type { Job, Outcome } from './job.ts';

export interface LoadProcess {
  /** Rejects where anything was answered otherwise than expected: such a figure would mean nothing. */
  drive(job: Job): Promise<Outcome>;
  stop(): void;
}

/** Starts the process that makes the load, so that no server shares its event loop with it. */
export function startLoadProcess(): LoadProcess {
  const child = fork(fileURLToPath(new URL('generator.js', import.meta.url)), [], {
    serialization: 'advanced',
  });
  return {
    async drive(job) {
      child.send(job);
      const outcome = await answerOf<Outcome>(child);
      if (outcome.complaints.length > 0) {
        throw new Error(`${job.origins.join(', ')}: ${outcome.complaints.join('; ')}`);
      }
      return outcome;
    },
    stop: () => void child.kill(),
  };
}
