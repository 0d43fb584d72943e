import type { Scenario } from '../../model/scenario.ts';
import { bySection, sectionInWords } from '../../report/background.ts';
import { readLedger } from '../../requirements/ledger.ts';
import { table } from '../markdown-table.ts';
import { made } from './departures-page.ts';
import { titles } from './play-dialect.ts';
import { manners, type DialectRecord, type Departure, type Manner, type MannerRecord } from './record.ts';

export const conformancePage = new URL('../../../docs/dialects/conformance.md', import.meta.url);

const opening = `# Six reports, side by side

${made}

What the conformance suite reports of this server by its own rules, and in the dialect of each of five systems. A test
plays them all: a departure that is not on this page, or that is gone, turns it red. To repeat one of them, start
\`codegrant serve --sandbox --dialect ghost\` and run the suite with \`conformance/targets/ghost.yaml\`, which names the
server, \`demo\` and the password in the environment as \`SERVER\`, \`OWNER\` and \`PASSWORD\`.

- **pass**: every scenario of the row that could be played passed.
- **D4 (6)**: six scenarios report the [departure D4](departures.md). **warn** where the text advises and no more.
- **–**: nothing of the row could be played; the reasons are below.
`;

/** By departure, by section, by requirement, and what could not be played. */
export function renderConformancePage(
  record: DialectRecord,
  departures: readonly Departure[],
  catalogue: readonly Scenario[],
): string {
  const names = manners.map((manner) => (manner === 'strict' ? 'Codegrant' : titles[manner]));
  return [
    opening,
    table(['', ...names], totals(record, catalogue.length)),
    '## By departure\n',
    table(['departure', ...names], byDeparture(record, departures)),
    '## By section\n',
    table(['section', 'scenarios', ...names], rowsBySection(record, catalogue)),
    '## By requirement\n',
    table(['requirement', 'scenarios', ...names], rowsByRequirement(record, catalogue)),
    '## What could not be played\n',
    table(['reason', 'scenarios', ...names], bySkip(record)),
  ].join('\n');
}

function totals(record: DialectRecord, all: number): string[][] {
  const count = (of: (one: MannerRecord) => number) => manners.map((manner) => String(of(record[manner])));
  const found = ({ departures }: MannerRecord, verdict: string) =>
    Object.values(departures).flatMap((scenarios) => Object.values(scenarios).filter((v) => v === verdict))
      .length;
  const skips = ({ skipped }: MannerRecord) => Object.values(skipped).flat().length;
  const passes = (one: MannerRecord) => all - skips(one) - found(one, 'fail') - found(one, 'warn');
  return [
    ['pass', ...count(passes)],
    ['fail', ...count((one) => found(one, 'fail'))],
    ['warn', ...count((one) => found(one, 'warn'))],
    ['not played', ...count(skips)],
  ];
}

function byDeparture(record: DialectRecord, departures: readonly Departure[]): string[][] {
  const seen = departures.filter(({ number }) =>
    manners.some((manner) => number in record[manner].departures),
  );
  return seen.map(({ number, departure }) => [
    `${number} ${departure}`,
    ...manners.map((manner) => {
      const verdicts = Object.values(record[manner].departures[number] ?? {});
      if (verdicts.length === 0) return 'pass';
      return verdicts.includes('fail') ? `**fail (${verdicts.length})**` : `**warn (${verdicts.length})**`;
    }),
  ]);
}

function rowsBySection(record: DialectRecord, catalogue: readonly Scenario[]): string[][] {
  return bySection(catalogue).map(([section, members]) => [
    sectionInWords(section),
    ...cellsOf(record, members),
  ]);
}

/** Every requirement that a scenario plays, in the order of the ledger. */
function rowsByRequirement(record: DialectRecord, catalogue: readonly Scenario[]): string[][] {
  return [...readLedger().values()].flatMap(({ id, summary }) => {
    const members = catalogue.filter(({ requires }) => requires.includes(id));
    return members.length === 0 ? [] : [[`\`${id}\` ${summary}`, ...cellsOf(record, members)]];
  });
}

function cellsOf(record: DialectRecord, members: readonly Scenario[]): string[] {
  const ids = new Set(members.map(({ id }) => id));
  return [String(members.length), ...manners.map((manner) => cellOf(record[manner], ids))];
}

function cellOf({ departures, skipped }: MannerRecord, ids: ReadonlySet<string>): string {
  const found = Object.entries(departures).flatMap(([number, scenarios]) => {
    const here = Object.entries(scenarios).filter(([id]) => ids.has(id));
    if (here.length === 0) return [];
    const isAdvice = here.every(([, verdict]) => verdict === 'warn');
    return [`**${number}**${isAdvice ? ' warn' : ''} (${here.length})`];
  });
  if (found.length > 0) return found.join(', ');
  const unplayed = Object.values(skipped)
    .flat()
    .filter((id) => ids.has(id)).length;
  return unplayed === ids.size ? '–' : 'pass';
}

function bySkip(record: DialectRecord): string[][] {
  const reasons = [...new Set(manners.flatMap((manner) => Object.keys(record[manner].skipped)))].sort();
  return reasons.map((reason) => {
    const ids = (manner: Manner) => record[manner].skipped[reason] ?? [];
    const all = new Set(manners.flatMap((manner) => ids(manner)));
    return [reason, String(all.size), ...manners.map((manner) => String(ids(manner).length || '–'))];
  });
}
