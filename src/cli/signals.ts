const STATUS = { SIGINT: 130, SIGTERM: 143 } as const;

export type StopSignal = keyof typeof STATUS;

/** Waits for the signal that ends the program. Whoever signals again does not want to wait: it exits at once. */
export function untilStopped(): Promise<StopSignal> {
  return new Promise((stopped) => {
    let isStopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (isStopping) process.exit(STATUS[signal]);
        isStopping = true;
        stopped(signal);
      });
    }
  });
}
