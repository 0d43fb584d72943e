import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { contestants } from './contestants/contestants.ts';
import type { Contestant, RunningContestant } from './contestants/contestant.ts';
import { startLoadProcess } from './load/load-process.ts';
import { glance } from './report/glance.ts';
import { measure, type Pace } from './work/rounds.ts';
import { works } from './work/works.ts';

interface Flags {
  quick?: boolean;
  rounds?: number;
  only?: string[];
}

const program = new Command('bench')
  .description('measures this server beside others, on this machine')
  .argument(
    '[work...]',
    `what to measure: ${works.map(({ name }) => name).join(', ')}; all where none is named`,
  )
  .option('--quick', 'one short round, for trying; nothing is kept')
  .option('--rounds <n>', 'how often every contestant is visited', wholeNumber)
  .option(
    '--only <names>',
    `contestants, separated by commas: ${contestants.map(({ name }) => name).join(', ')}`,
    commas,
  )
  .action(run);
await program.parseAsync();

async function run(names: string[], { quick = false, rounds, only }: Flags): Promise<void> {
  const pace: Pace = { rounds: rounds ?? (quick ? 1 : 5), seconds: quick ? 0.7 : 2 };
  const chosen = contestants.filter(({ name }) => only?.includes(name) ?? true);
  const folder = mkdtempSync(join(tmpdir(), 'codegrant-bench-'));
  const load = startLoadProcess();
  const entrants = new Map<Contestant, RunningContestant>();
  try {
    for (const contestant of chosen) {
      const own = join(folder, contestant.name.replaceAll(/\W/g, '-'));
      mkdirSync(own);
      entrants.set(contestant, await contestant.start(own));
    }
    for (const work of works.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const measured = await measure(work, entrants, { load, pace, tell });
      console.log(`\n${work.name}: ${work.unit}\n${glance(Object.fromEntries(measured))}`);
    }
  } finally {
    load.stop();
    for (const running of entrants.values()) await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function commas(text: string): string[] {
  return text.split(',');
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
