/** Something that a check objects to, at a place where it can be mended. */
export interface Problem {
  /** Relative to the top of the tree. */
  file: string;
  /** From 1; left out where the file as a whole is meant. */
  line?: number;
  message: string;
}

export function format({ file, line, message }: Problem): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${message}`;
}

/** Prints what was found and sets the exit status: 1 where there is a problem, else 0. */
export function report(check: string, problems: readonly Problem[]): void {
  for (const problem of problems) console.error(format(problem));
  console.log(`${check}: ${problems.length === 0 ? 'no problems' : `${problems.length} problems`}`);
  if (problems.length > 0) process.exitCode = 1;
}
