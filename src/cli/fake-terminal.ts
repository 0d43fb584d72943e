import { PassThrough, Readable, Writable } from 'node:stream';
import { run } from './program.ts';
import type { Terminal } from './terminal.ts';

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

export interface FakeTerminal {
  env?: Record<string, string>;
  /** What is piped in; where it is left out, standard input is empty. */
  piped?: string;
  /** What a person types, one line an entry, each as soon as something is asked. */
  typed?: readonly string[];
}

/** For tests: runs a command line on streams in memory. */
export async function runCommand(args: readonly string[], fake: FakeTerminal = {}): Promise<Outcome> {
  const { env = {}, piped = '', typed } = fake;
  const written = { stdout: '', stderr: '' };
  const answers = [...(typed ?? [])];
  const stdin: Terminal['stdin'] = typed === undefined ? Readable.from([piped]) : new PassThrough();
  if (typed !== undefined) stdin.isTTY = true;
  const output = (name: 'stdout' | 'stderr'): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        const isQuestion = name === 'stderr' && / $/.test(String(chunk));
        const answer = isQuestion ? answers.shift() : undefined;
        if (answer !== undefined) setTimeout(() => (stdin as PassThrough).write(`${answer}\n`), 10);
        done();
      },
    });
  const terminal = {
    stdin,
    stdout: output('stdout'),
    stderr: output('stderr'),
    env,
    now: () => 1_767_225_600,
  };
  return { status: await run(args, terminal), ...written };
}
