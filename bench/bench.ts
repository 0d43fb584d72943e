import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { contestants } from './contestants/contestants.ts';
import { footprint } from './footprint/footprint.ts';
import { clientsInTurn } from './growth/clients.ts';
import { growth } from './growth/growth.ts';
import { startLoadProcess } from './load/load-process.ts';
import type { Bench, Measurement } from './measurement.ts';
import { glance } from './report/glance.ts';
import { pageFile, pageOfToday } from './report/page-file.ts';
import { keepResults } from './report/results-file.ts';
import type { Results } from './report/results.ts';
import { soak } from './soak/soak.ts';
import { suite } from './suite/suite.ts';
import { validatorCost } from './validator/validator-cost.ts';
import { measureWorks } from './work/measurements.ts';
import { works } from './work/works.ts';

const others: readonly Measurement[] = [footprint, validatorCost, suite, growth, clientsInTurn, soak];
/** Takes too long to be part of every run. */
const apart: readonly string[] = [soak.name];

interface Flags {
  quick?: boolean;
  rounds?: number;
  only?: string[];
}

const program = new Command('npm run bench --')
  .description('measures this server beside others, on this machine')
  .argument('[measurement...]', 'what to measure; where nothing is named, all but the soak')
  .option('--quick', 'one short round, for trying; nothing is kept')
  .option('--rounds <n>', 'how often every contestant is visited; fewer than five are not kept', wholeNumber)
  .option('--only <names>', 'contestants, separated by commas; nothing is kept', (names) => names.split(','))
  .addHelpText('after', helpText())
  .action(run);
await program.parseAsync();

async function run(named: string[], { quick: isQuick = false, rounds, only }: Flags): Promise<void> {
  const known = [...works, ...others].map(({ name }): string => name);
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined) program.error(`There is no measurement ${unknown}.`);
  const names = named.length > 0 ? named : known.filter((name) => !apart.includes(name));
  const folder = mkdtempSync(join(tmpdir(), 'codegrant-bench-'));
  const load = startLoadProcess();
  const pace = isQuick
    ? { warmUps: 1, rounds: rounds ?? 1, seconds: 0.4 }
    : { warmUps: 2, rounds: rounds ?? 5, seconds: 1.5 };
  const bench: Bench = { folder, load, pace, isQuick, only, tell };
  const isKept = !isQuick && only === undefined && pace.rounds >= 5;
  const keep = (found: Results): void => {
    console.log(glance(found));
    if (!isKept) return;
    keepResults(found);
    writeFileSync(pageFile, pageOfToday());
  };
  try {
    await measureWorks(names, bench, keep);
    for (const { measure } of others.filter(({ name }) => names.includes(name))) keep(await measure(bench));
  } finally {
    load.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function helpText(): string {
  const measured = [...works.map(({ name, unit }) => ({ name, summary: unit })), ...others];
  const lines = measured.map(({ name, summary }) => `  ${name.padEnd(22)}${summary}`);
  const names = contestants.map(({ name }) => `  ${name}`);
  return `\nMeasurements:\n${lines.join('\n')}\n\nContestants:\n${names.join('\n')}`;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
