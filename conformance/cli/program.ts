import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { NothingSelected } from '../run/select-scenarios.ts';
import { TargetRefused } from '../target/mistake.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { exitHelp } from './exit-help.ts';
import { addExplainCommand } from './explain-command.ts';
import { addInitCommand } from './init-command.ts';
import { addListCommand } from './list-command.ts';
import { addRunCommand } from './run-command.ts';
import { CommandFailure, type Terminal } from './terminal.ts';

/** Runs one command line and gives its exit status; what a person can mend is one message and no stack trace. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  const program = createProgram(terminal, (ended) => (status = ended));
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const isExpected = [TargetRefused, NothingSelected, CommandFailure].some((kind) => error instanceof kind);
    const message = error instanceof Error ? error.message : String(error);
    const isDebugged = Boolean(terminal.env['CODEGRANT_DEBUG']) && error instanceof Error;
    terminal.stderr.write(`codegrant-conformance: ${isDebugged ? error.stack : message}\n`);
    if (!isExpected) terminal.stderr.write('This is a defect of the suite. CODEGRANT_DEBUG=1 shows where.\n');
    return isExpected ? 2 : 4;
  }
}

function createProgram(terminal: Terminal, end: (status: number) => void): Command {
  const program = new Command('codegrant-conformance')
    .description('Tests any OAuth 2.0 authorization server by what its documents say, over HTTP alone.')
    .version(version(), '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('(--help tells what is known here)')
    .addHelpText('after', EXAMPLES);
  addRunCommand(program, terminal, end);
  addDoctorCommand(program, terminal, end);
  addInitCommand(program, terminal);
  addListCommand(program, terminal);
  addExplainCommand(program, terminal);
  return program;
}

const EXAMPLES = `
Examples:
  codegrant-conformance run http://127.0.0.1:3000 --user alice --password-env PW
  codegrant-conformance init http://127.0.0.1:3000
  codegrant-conformance doctor target.yaml
  codegrant-conformance run target.yaml 4.1.3 --junit junit.xml
  codegrant-conformance list 4.1.3
  codegrant-conformance explain rfc6749/4.1.3/redirect-uri-mismatch

${exitHelp}`;

function version(): string {
  const about = createRequire(import.meta.url)('codegrant-conformance/package.json') as { version: string };
  return about.version;
}
