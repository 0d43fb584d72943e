import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { RedactedReport } from '../report/redact.ts';
import { exitHelp } from './exit-help.ts';
import { interruptible, interruptionHelp } from './interruption.ts';
import { CommandFailure, type Terminal } from './terminal.ts';
import { addTargetOptions, settingsFrom, type TargetFlags } from './target-options.ts';

interface RunFlags extends TargetFlags {
  profile: string;
  strict?: boolean;
  seed?: string;
  json?: string;
  junit?: string;
}

export function addRunCommand(program: Command, terminal: Terminal, end: (status: number) => void): void {
  const command = program
    .command('run')
    .description('examine the set-up, play the scenarios, print the report')
    .argument('[target]', 'URL of the server or a target file (default: target.yaml)')
    .argument('[selection...]', 'scenarios by id, by its beginning or by section; all where none is named')
    .option('--profile <name>', 'which documents to judge by; all: every one', 'rfc6749')
    .option('--strict', 'a SHOULD that is not met counts as a violation')
    .option('--seed <n>', 'play in an order that this number decides')
    .option('--json <file>', 'write the record of the run; - for standard output')
    .option('--junit <file>', 'write a JUnit report; - for standard output');
  addTargetOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (target: string | undefined, selection: string[], flags: RunFlags) => {
      end(await runCommand(target, selection, flags, terminal));
    });
}

const EXAMPLES = `
Examples:
  codegrant-conformance run http://127.0.0.1:3000 --user alice --password-env PW
  codegrant-conformance run target.yaml
  codegrant-conformance run target.yaml 4.1.3 rfc6749/5.2
  codegrant-conformance run target.yaml rfc6749/4.1.3/redirect-uri-mismatch
  codegrant-conformance run target.yaml --strict --json report.json --junit junit.xml
  codegrant-conformance run target.yaml --concurrency 1 --rate 20 --set owner.can_deny=false

${exitHelp}

${interruptionHelp}`;

/** Runs, writes what was asked for, and gives the exit status. */
export async function runCommand(
  target: string | undefined,
  selection: readonly string[],
  flags: RunFlags,
  terminal: Terminal,
): Promise<number> {
  for (const [flag, file] of [['--json', flags.json] as const, ['--junit', flags.junit] as const])
    requireWritable(file, flag);
  const settings = settingsFrom(target, flags, terminal);
  const [{ performRun }, { catalogue }, { progressOn }] = await Promise.all([
    import('../run/perform-run.ts'),
    import('../scenarios/catalogue.ts'),
    import('../report/progress.ts'),
  ]);
  const progress = progressOn(terminal.stderr, terminal.env);
  const options = {
    profile: flags.profile,
    selection,
    strict: flags.strict ?? false,
    seed: seedOf(flags.seed),
    exchanges: flags.json === undefined ? 'findings' : 'all',
    onResult: progress.onResult,
  } as const;
  const report = await interruptible(terminal, (signal) =>
    performRun(settings, catalogue, { ...options, signal }),
  );
  progress.end();
  await writeReports(report, flags, terminal);
  return report.exit;
}

function seedOf(text: string | undefined): number {
  const seed = Number(text ?? '0');
  if (!Number.isInteger(seed) || seed < 0) throw new CommandFailure(`--seed ${text}: write a whole number`);
  return seed;
}

async function writeReports(report: RedactedReport, flags: RunFlags, terminal: Terminal): Promise<void> {
  const [{ backgroundOf }, { catalogue }, ledger] = await Promise.all([
    import('../report/background.ts'),
    import('../scenarios/catalogue.ts'),
    import('../requirements/ledger.ts'),
  ]);
  const played = new Set(report.results.map(({ id }) => id));
  const scenarios = catalogue.filter(({ id }) => played.has(id));
  const documents = new Set(scenarios.flatMap(({ requires }) => requires.map(ledger.documentOf)));
  const background = backgroundOf(scenarios, ledger.readLedger([...documents]));
  const { json, junit } = flags;
  if (json !== undefined)
    write(json, '--json', (await import('../report/json.ts')).jsonReport(report, background), terminal);
  if (junit !== undefined)
    write(junit, '--junit', (await import('../report/junit.ts')).junitReport(report, background), terminal);
  if (json === '-' || junit === '-') return;
  const { terminalReport, screenOf } = await import('../report/terminal.ts');
  terminal.stdout.write(terminalReport(report, background, screenOf(terminal.stdout, terminal.env)));
}

/** Before the run and not after it: what was learned would be lost. */
function requireWritable(file: string | undefined, flag: string): void {
  if (file === undefined || file === '-') return;
  const problem = existsSync(file)
    ? statSync(file).isDirectory() && 'it is a folder'
    : !existsSync(dirname(file)) && `there is no folder ${dirname(file)}`;
  if (problem !== false) throw new CommandFailure(`${flag}: ${file} cannot be written (${problem})`);
}

function write(file: string, flag: string, text: string, { stdout }: Terminal): void {
  if (file === '-') {
    stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`${flag}: ${file} cannot be written (${message})`);
  }
}
