import { setImmediate } from 'node:timers/promises';
import type { Seconds } from '../oauth/ports.ts';
import { batchSize, type Swept } from './sweep.ts';

export interface SweeperOptions {
  sweep: (now: Seconds, limit: number) => Promise<Swept>;
  now: () => Seconds;
  everySeconds: Seconds;
  limit?: number;
  onError: (error: unknown) => void;
}

export interface Sweeper {
  /** No batch begins after this; resolves when the running one has ended. */
  stop(): Promise<void>;
}

/** Sweeps now and then, without keeping the process alive: batch after batch while full ones come. */
export function startSweeper({
  sweep,
  now,
  everySeconds,
  limit = batchSize,
  onError,
}: SweeperOptions): Sweeper {
  let stopped = false;
  let running: Promise<void> | undefined;

  async function sweepAll(): Promise<void> {
    try {
      while (!stopped && isFull(await sweep(now(), limit), limit)) await setImmediate();
    } catch (error) {
      onError(error);
    }
  }

  const timer = setInterval(() => {
    running ??= sweepAll().finally(() => (running = undefined));
  }, everySeconds * 1000);
  timer.unref();

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** There may be more where one of the tables gave as many rows as it was asked for. */
function isFull(swept: Swept, limit: number): boolean {
  return Object.values(swept).some((count) => count >= limit);
}
