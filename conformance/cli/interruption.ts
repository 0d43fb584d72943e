import { constants } from 'node:os';
import type { Terminal } from './terminal.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Milliseconds. What starts us, such as `npx`, passes on a signal that the terminal has sent to us already. */
const echo = 300;

/** For `--help`. */
export const interruptionHelp =
  'Ctrl-C (SIGINT, SIGTERM): begins nothing further, deletes what was registered, reports what is known, and ends\nwith 3; a second time: ends at once.';

/** Does the work so that it can be interrupted: once to have it come to an end, twice to end here and now. */
export async function interruptible<Made>(
  { stderr }: Pick<Terminal, 'stderr'>,
  work: (signal: AbortSignal) => Promise<Made>,
): Promise<Made> {
  const interrupt = new AbortController();
  let first = 0;
  const onSignal = (name: (typeof signals)[number]) => {
    if (!interrupt.signal.aborted) {
      first = performance.now();
      stderr.write('\nInterrupted: deleting what was registered. Once more ends at once.\n');
      interrupt.abort();
    } else if (performance.now() - first > echo) process.exit(128 + constants.signals[name]);
  };
  for (const name of signals) process.on(name, onSignal);
  try {
    return await work(interrupt.signal);
  } finally {
    for (const name of signals) process.off(name, onSignal);
  }
}
