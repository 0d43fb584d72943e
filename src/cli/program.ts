import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { ConfigRefusal } from '../config/reader.ts';
import { addClientCommands } from './client.ts';
import { addMigrateCommand } from './migrate.ts';
import { addServeCommand } from './serve.ts';
import { CommandFailure, type Terminal } from './terminal.ts';
import { addUserCommands } from './user.ts';

/** Runs one command line; the exit status is 0, 1 where it failed, or 2 where it was called wrongly. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.stderr.write(`${explain(error, terminal)}\n`);
    return statusOf(error);
  }
}

function createProgram(terminal: Terminal): Command {
  const program = new Command('codegrant')
    .description('An OAuth 2.0 authorization server for the authorization-code grant.')
    .version(version(), '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('(--help tells what is known here)')
    .addHelpText('after', EXAMPLES);
  addServeCommand(program, terminal);
  addMigrateCommand(program, terminal);
  addUserCommands(program, terminal);
  addClientCommands(program, terminal);
  return program;
}

const EXAMPLES = `
Examples:
  codegrant serve --sandbox         try it: accounts, a client and the commands to use them
  codegrant serve --help            every setting, as flag and as environment variable
  codegrant user add alice
  codegrant client add --name Calendar --redirect-uri https://app.example/callback

Exit status: 0 done; 1 it failed, or there is no such thing; 2 called or configured wrongly.
CODEGRANT_DEBUG=1 adds the stack trace to an error.`;

/** One line for what we expect to go wrong; the stack trace is for whoever asks for it. */
function explain(error: unknown, { env }: Terminal): string {
  if (error instanceof ConfigRefusal) return error.message;
  const message = error instanceof Error ? error.message || error.name : String(error);
  const line = `codegrant: ${message.replace(/\s*\n\s*/g, ' ')}`;
  const isDebugged = Boolean(env['CODEGRANT_DEBUG']) && error instanceof Error;
  return isDebugged ? `${line}\n${error.stack}` : line;
}

function statusOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.status;
  return error instanceof ConfigRefusal ? 2 : 1;
}

/** From the package itself, which is found by its own name from `src` and from `dist` alike. */
function version(): string {
  const about: unknown = createRequire(import.meta.url)('codegrant/package.json');
  return about !== null && typeof about === 'object' && 'version' in about
    ? String(about.version)
    : 'unknown';
}
