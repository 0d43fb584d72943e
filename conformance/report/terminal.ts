import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Verdict } from '../model/finding.ts';
import type { Background } from './background.ts';
import { findingBlock } from './finding-block.ts';
import { labelled, plural, type Screen, visible, wrap } from './layout.ts';
import type { RedactedReport } from './redact.ts';
import { otherLines, sameFindings } from './same-findings.ts';
import { closing, opening, tree } from './summary.ts';

const told: readonly Verdict[] = ['fail', 'warn', 'blocked', 'error'];

/** The report for a person: the summary first, then a block per finding, the verdict last. */
export function terminalReport(report: RedactedReport, background: Background, screen: Screen): string {
  const colours = picocolors.createColors(screen.colours);
  const { columns } = screen;
  const waived = new Set(
    report.waivers.filter(({ state }) => state === 'applied').map(({ scenario }) => scenario),
  );
  const judged = report.results.filter(({ id }) => !waived.has(id));
  const blocks = told.flatMap((verdict) =>
    sameFindings(judged, verdict).map((group) => [
      ...findingBlock(group.first, background, columns, colours),
      ...otherLines(group, columns, colours.dim),
    ]),
  );
  const parts = [
    opening(report, colours),
    setupLines(report, columns, colours),
    tree(report.results, columns, colours),
    ...blocks,
    waiverLines(report, columns, colours),
    skipLines(report, columns, colours),
    leftLines(report, columns, colours),
    [closing(report, colours)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What the doctor found wrong or worth a word. */
function setupLines({ setup }: RedactedReport, columns: number, colours: Colors): string[] {
  return setup
    .filter(({ state }) => state === 'failed' || state === 'noted')
    .flatMap(({ title, state, detail, fix }) => [
      state === 'failed' ? colours.red(`✗ set-up: ${title}: no`) : `! set-up: ${title}`,
      ...(detail === null ? [] : labelled('Seen', visible(detail), columns, colours.dim)),
      ...(fix === null ? [] : labelled('Mend', visible(fix), columns, colours.dim)),
    ]);
}

function waiverLines({ waivers }: RedactedReport, columns: number, colours: Colors): string[] {
  const say = { applied: 'waived', stale: 'passes now: take this waiver out', unused: 'waiver not used' };
  return waivers.flatMap(({ scenario, verdict, reason, link, state }) => {
    const line = `${state === 'stale' ? '✗' : '~'} ${scenario}  ${verdict}, ${say[state]}`;
    const because = `${reason}${link === null ? '' : ` (${link})`}`;
    return [
      state === 'stale' ? colours.red(line) : line,
      ...labelled('Reason', visible(because), columns, colours.dim),
    ];
  });
}

/** What was not judged, by reason. */
function skipLines({ results }: RedactedReport, columns: number, colours: Colors): string[] {
  const counts = new Map<string, number>();
  for (const { verdict, reason } of results) {
    if (verdict === 'skip') counts.set(reason ?? '', (counts.get(reason ?? '') ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([reason, count]) =>
      wrap(visible(reason), columns - 8).map((line, index) =>
        index === 0 ? `  ${String(count).padStart(4)}  ${line}` : `        ${line}`,
      ),
    );
  return [colours.dim(`Not judged: ${plural(total, 'scenario')}`), ...rows.map((row) => colours.dim(row))];
}

/** Clients that stay at the server: whoever runs it has to know them by name. */
function leftLines({ left_clients: left }: RedactedReport, columns: number, colours: Colors): string[] {
  if (left.length === 0) return [];
  return [
    `! left at the server: ${plural(left.length, 'client')}`,
    ...labelled('Seen', visible(left.join(' ')), columns, colours.dim),
    ...labelled('Mend', 'remove what was registered for this run', columns, colours.dim),
  ];
}

/** How wide the stream is, and whether it takes colours: only a terminal does, unless NO_COLOR or FORCE_COLOR say so. */
export function screenOf(
  stream: { isTTY?: boolean; columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Screen {
  const forced = (environment.FORCE_COLOR ?? '') !== '' && environment.FORCE_COLOR !== '0';
  const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  const columns = Math.min(Math.max(stream.columns ?? 80, 40), 140);
  return { columns, colours: !refused && (forced || stream.isTTY === true) };
}
