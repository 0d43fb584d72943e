import type { Result, Verdict } from '../model/finding.ts';
import { labelled, plural } from './layout.ts';

/** Scenarios that failed in the same way: the first one stands for all, since one cause often turns many of them. */
export interface Group {
  first: Result;
  others: readonly Result[];
}

/** In the order of their first scenario. */
export function sameFindings(results: readonly Result[], verdict: Verdict): Group[] {
  const groups = new Map<string, Result[]>();
  for (const result of results.filter((one) => one.verdict === verdict)) {
    const way = wayOf(result);
    groups.set(way, [...(groups.get(way) ?? []), result]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );
}

/** What was missed and what came instead, but for the values that differ from one request to the next. */
function wayOf({ findings, reason }: Result): string {
  const plain = (text: string | null) => (text ?? '').replaceAll(/"[^"]*"|<[^>]*\d>|\d{4,}/g, '…');
  const found = findings.map(({ expected, received }) => `${plain(expected)}\n${plain(received)}`);
  return [...found, plain(reason?.split('\n')[0] ?? null)].join('\n\n');
}

const named = 12;

/** The others by their ids, as many as can be read. */
export function otherLines({ others }: Group, columns: number, paint: (text: string) => string): string[] {
  if (others.length === 0) return [];
  const left = others.length - named;
  const ids = others.slice(0, named).map(({ id }) => id);
  return [
    '',
    ...labelled('Likewise', `${plural(others.length, 'more scenario')}:`, columns, paint),
    ...ids.map((id) => `            ${id}`),
    ...(left > 0 ? [`            … and ${left} more, all of them in the record (--json)`] : []),
  ];
}
