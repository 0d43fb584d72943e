import { drive } from './drive.ts';
import type { Job } from './job.ts';

/** The process that makes the load: it is sent jobs, one after the other, and answers with what came of them. */
process.on('message', (job: Job) => {
  drive(job).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
