import type { Command } from 'commander';
import type { Check } from '../model/report.ts';
import { interruptible, interruptionHelp } from './interruption.ts';
import type { Terminal } from './terminal.ts';
import { addTargetOptions, settingsFrom, type TargetFlags } from './target-options.ts';

export function addDoctorCommand(program: Command, terminal: Terminal, end: (status: number) => void): void {
  const command = program
    .command('doctor')
    .description('is the set-up right? Names cause and fix; judges nothing')
    .argument('[target]', 'URL of the server or a target file (default: target.yaml)');
  addTargetOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (target: string | undefined, flags: TargetFlags) => {
      end(await doctorCommand(target, flags, terminal));
    });
}

const EXAMPLES = `
Examples:
  codegrant-conformance doctor target.yaml
  codegrant-conformance doctor http://127.0.0.1:3000 --user alice --password-env PW

Exit status: 0 ready to be tested; 2 something has to be mended first; 3 interrupted.

${interruptionHelp}`;

async function doctorCommand(
  target: string | undefined,
  flags: TargetFlags,
  { stdout, ...terminal }: Terminal,
): Promise<number> {
  const settings = settingsFrom(target, flags, { stdout, ...terminal });
  const [{ performCheckup }, { wrap }] = await Promise.all([
    import('../doctor/perform-checkup.ts'),
    import('../report/layout.ts'),
  ]);
  const { setup, exit } = await interruptible(terminal, (signal) => performCheckup(settings, { signal }));
  const columns = Math.min(Math.max(stdout.columns ?? 80, 40), 140);
  for (const check of setup)
    stdout.write(`${linesOf(check, (text) => wrap(text, columns - 10)).join('\n')}\n`);
  stdout.write(`\n${outcomes[exit] ?? ''}\n`);
  return exit;
}

const outcomes: Readonly<Record<number, string>> = {
  0: 'Ready to be tested.',
  2: 'Not ready: mend the first failure and ask again.',
  3: 'Interrupted: nothing more was asked.',
};

const marks = { ok: '✓', failed: '✗', skipped: '-', noted: '!' } as const;

function linesOf({ title, state, detail, fix }: Check, wrap: (text: string) => string[]): string[] {
  const isQuiet = state === 'ok' || state === 'skipped';
  if (isQuiet) return [`${marks[state]} ${title}${detail === null ? '' : `: ${detail}`}`];
  const under = (label: string, text: string | null) =>
    text === null ? [] : wrap(text).map((line, index) => `  ${index === 0 ? label : '     '}  ${line}`);
  return [
    `${marks[state]} ${title}${state === 'failed' ? ': no' : ''}`,
    ...under('seen:', detail),
    ...under('mend:', fix),
  ];
}
