/** What a command uses of the process around it, so that a test can stand in for it. */
export interface Terminal {
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
}

interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** A command that was called wrongly: one line on standard error, and exit status 2. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}
