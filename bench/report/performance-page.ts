import { table } from '../../conformance/selftest/markdown-table.ts';
import { ratio, spread } from '../statistics.ts';
import type { Occasion, Results, SideBySide } from './results.ts';
import { digits, targetsOf } from './targets.ts';

/** `docs/performance.md`: everything on it is computed from the results; `notes` are written by hand. */
export function performancePage(results: Results, notes: string): string {
  const parts = [
    heading,
    '## Targets\n',
    targetTable(results),
    ...works.map(([name, title]) => sideBySidePart(title, results[name], 'floor')),
    sideBySidePart('What the validator takes', results.validator, 'unvalidated'),
    sideBySidePart('Exchange with many rows', results['growth-exchange'], 'sqlite-10000'),
    sideBySidePart('Introspection with many rows', results['growth-introspection'], 'sqlite-10000'),
    sideBySidePart('Exchange by many clients', results.clients, 'clients-1'),
    footprintPart(results.footprint),
    suitePart(results.suite),
    soakPart(results.soak),
    notes,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const works = [
  ['exchange', 'Exchange'],
  ['refresh', 'Refresh'],
  ['introspection', 'Introspection'],
  ['resource', 'Resource'],
  ['flow', 'The whole flow'],
] as const;

const heading = `# Performance

<!-- Written by npm run bench:page from bench/results/latest.json and bench/notes.md. -->

This server beside others, on one machine. Whoever measures elsewhere will find other speeds; what carries over are the
ratios, each taken within one run, in which every contestant is visited in turn, round by round.
`;

function targetTable(results: Results): string {
  const rows = targetsOf(results).map(({ demand, measured, isMet }) => [
    demand,
    measured ?? 'not measured',
    isMet === null ? '–' : isMet ? 'met' : '**not met**',
  ]);
  return table(['target', 'measured', ''], rows);
}

/** Each contestant with the middle of its rounds, and beside it how far they are apart. */
function sideBySidePart(title: string, part: SideBySide | undefined, yardstick: string): string {
  if (part === undefined) return '';
  const rates = (name: string) => (part.rounds[name] ?? []).map(({ rate }) => rate);
  const hasYardstick = yardstick in part.rounds;
  const rows = Object.entries(part.rounds).map(([name, rounds]) => {
    const { median, low, high } = spread(rates(name));
    const middle = (key: 'p50' | 'p99') => digits(spread(rounds.map((round) => round[key])).median);
    const share = hasYardstick ? [digits(ratio(rates(name), rates(yardstick)).median)] : [];
    return [name, whole(median), `${whole(low)} to ${whole(high)}`, ...share, middle('p50'), middle('p99')];
  });
  const share = hasYardstick ? [`of ${yardstick}`] : [];
  const head = ['', 'per second', 'from, to', ...share, 'p50 ms', 'p99 ms'];
  const count = Object.values(part.rounds)[0]?.length ?? 0;
  const intro = `The unit is ${part.unit}. ${count} rounds of ${part.seconds} s. ${words(part.occasion)}`;
  return `## ${title}\n\n${intro}\n\n${table(head, rows)}`;
}

function footprintPart(part: Results['footprint']): string {
  if (part === undefined) return '';
  const rows = Object.entries(part.rounds).map(([name, rounds]) => {
    const middle = (key: keyof (typeof rounds)[number]) => spread(rounds.map((round) => round[key])).median;
    const megabytes = (key: 'idle' | 'loaded' | 'peak') => whole(middle(key) / 1e6);
    return [name, whole(middle('startUp')), megabytes('idle'), megabytes('loaded'), megabytes('peak')];
  });
  const head = ['', 'first answer ms', 'idle MB', 'after the load MB', 'peak MB'];
  return `## Start-up and memory\n\n${words(part.occasion)}\n\n${table(head, rows)}`;
}

function suitePart(part: Results['suite']): string {
  if (part === undefined) return '';
  const rows = part.rounds.map(({ wall, startUp, replay }, index) => [
    String(index + 1),
    whole(wall),
    whole(startUp),
    whole(replay),
    digits(wall / replay),
  ]);
  const head = ['round', 'npm run conformance ms', 'server start-up ms', 'bare requests ms', 'ratio'];
  const intro = `${part.requests} requests, ${part.inFlight} at a time. ${words(part.occasion)}`;
  return `## The conformance suite\n\n${intro}\n\n${table(head, rows)}`;
}

/** A dozen of the samples show the course. */
function soakPart(part: Results['soak']): string {
  if (part === undefined) return '';
  const stride = Math.max(1, Math.ceil(part.samples.length / 12));
  const shown = part.samples.filter(
    (_sample, index) => (index + 1) % stride === 0 || index === part.samples.length - 1,
  );
  const rows = shown.map((sample) => [
    whole(sample.seconds),
    String(sample.issued),
    String(sample.grants),
    whole(sample.file / 1e6),
    whole(sample.memory / 1e6),
  ]);
  const head = ['seconds', 'tokens issued', 'rows of grants', 'file MB', 'memory MB'];
  const settings = Object.entries(part.settings).map(([name, value]) => `\`${name}=${value}\``);
  const intro = `The sweep beside the load, with ${settings.join(', ')}. ${words(part.occasion)}`;
  return `## Soak\n\n${intro}\n\n${table(head, rows)}`;
}

function words({ date, processor, cores, node }: Occasion): string {
  return `Measured ${date} on ${cores} cores (${processor}), Node.js ${node}.`;
}

function whole(value: number): string {
  return value.toFixed(0);
}
