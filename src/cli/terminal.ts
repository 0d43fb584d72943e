import type { Readable, Writable } from 'node:stream';

/** What a command uses of the process around it, so that a test can stand in for it. */
export interface Terminal {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable;
  env: Readonly<Record<string, string | undefined>>;
  /** Seconds since 1970, UTC. */
  now: () => number;
}

/** A command that cannot do what it was asked: one line on standard error, and an exit status. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
  readonly status: number;

  /** Status 1: not found, or it failed; 2: it was called wrongly. */
  constructor(message: string, status: 1 | 2 = 1) {
    super(message);
    this.status = status;
  }
}

export function printLine(terminal: Terminal, line: string): void {
  terminal.stdout.write(`${line}\n`);
}

export function printJson(terminal: Terminal, value: unknown): void {
  printLine(terminal, JSON.stringify(value, null, 2));
}
