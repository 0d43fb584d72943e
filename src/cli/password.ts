import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandFailure, type Terminal } from './terminal.ts';

const SHORTEST = 8;
/** What the sign-in form takes. */
const LONGEST = 1024;

/**
 * A new password, from a prompt that shows nothing, or from standard input where that is no terminal. Never from
 * an argument: arguments are in the process list and in the shell's history.
 */
export async function readNewPassword(terminal: Terminal, fromStdin: boolean): Promise<string> {
  if (fromStdin || terminal.stdin.isTTY !== true) {
    return requirePassword((await text(terminal.stdin)).replace(/\r?\n$/, ''));
  }
  const password = requirePassword(await ask(terminal, 'Password: ', { isHidden: true }));
  if ((await ask(terminal, 'The same again: ', { isHidden: true })) !== password) {
    throw new CommandFailure('The two passwords differ; nothing was changed.');
  }
  return password;
}

function requirePassword(password: string): string {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST) {
    throw new CommandFailure(
      `The password has ${length} characters; it needs ${SHORTEST} at least and may have ${LONGEST}.`,
      2,
    );
  }
  return password;
}

/** Asks before something is lost. Where nobody can be asked, `--yes` has to say it. */
export async function confirm(terminal: Terminal, question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (terminal.stdin.isTTY !== true) throw new CommandFailure(`${question} Say so with --yes.`, 2);
  const answer = await ask(terminal, `${question} [y/N] `, { isHidden: false });
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFailure('Nothing was changed.');
}

/** One line from a terminal; the prompt goes to standard error, so that standard output holds results only. */
async function ask(terminal: Terminal, prompt: string, { isHidden }: { isHidden: boolean }): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  terminal.stderr.write(prompt);
  const lines = createInterface({
    input: terminal.stdin,
    output: isHidden ? nowhere : terminal.stderr,
    terminal: isHidden,
    historySize: 0,
  });
  try {
    return await new Promise<string>((answered, failed) => {
      lines.once('line', answered);
      lines.once('close', () => failed(new CommandFailure('Nothing was entered; nothing was changed.')));
      lines.once('SIGINT', () => failed(new CommandFailure('Interrupted; nothing was changed.')));
    });
  } finally {
    lines.close();
    if (isHidden) terminal.stderr.write('\n');
  }
}
