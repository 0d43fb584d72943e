import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Result, Verdict } from '../../model/finding.ts';

/** What was found on one server, each finding examined by hand once. What is not in it passes. */
export interface ServerRecord {
  /** Of the npm package. */
  package: string;
  version: string;
  findings: readonly Judgement[];
  /** A precondition failed because of what stands among the findings. */
  blocked: readonly Unplayed[];
  skipped: readonly Unplayed[];
}

/** Scenarios of which nothing was learned, and why. */
export interface Unplayed {
  reason: string;
  scenarios: readonly string[];
}

/** One behaviour, with every scenario that shows it. */
export interface Judgement {
  /** `RFC 6749 §5.2`: where the sentence stands that was read for it. */
  section: string;
  /** What the server does. */
  behaviour: string;
  /** Why that is a departure, or tolerated, in our own words. */
  judgement: string;
  scenarios: readonly RecordedFinding[];
}

export interface RecordedFinding {
  id: string;
  verdict: 'fail' | 'warn' | 'error';
  sent: string;
  came: string;
}

/** Stands for the judgement of what nobody has looked at yet; the tests refuse it. */
export const unjudged = 'not judged yet';

export function readRecord(name: string): ServerRecord {
  return parse(readFileSync(recordFile(name), 'utf8')) as ServerRecord;
}

export function recordFile(name: string): URL {
  return new URL(`${name}.record.yaml`, import.meta.url);
}

/** The version that is installed. */
export function installedVersion(packageName: string): string {
  const file = new URL(`../../../node_modules/${packageName}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Everything in which a run differs from the record, one line each. */
export function differencesOf(record: ServerRecord, results: readonly Result[]): string[] {
  const known = verdictsOf(record);
  const played = new Map(results.map((result) => [result.id, result]));
  const gone = [...known.keys()].filter((id) => !played.has(id));
  return [
    ...gone.map((id) => `${id}: in the record, and no longer in the catalogue`),
    ...results.flatMap((result) => differenceOf(result, known.get(result.id))),
  ];
}

interface Known {
  verdict: Verdict;
  /** Of a skip or a blocked one. */
  reason?: string;
}

function verdictsOf({ findings, blocked, skipped }: ServerRecord): ReadonlyMap<string, Known> {
  const found = findings.flatMap(({ scenarios }) =>
    scenarios.map(({ id, verdict }): [string, Known] => [id, { verdict }]),
  );
  const unplayed = (groups: readonly Unplayed[], verdict: Verdict) =>
    groups.flatMap(({ reason, scenarios }) =>
      scenarios.map((id): [string, Known] => [id, { verdict, reason }]),
    );
  return new Map([...found, ...unplayed(blocked, 'blocked'), ...unplayed(skipped, 'skip')]);
}

function differenceOf(result: Result, known: Known = { verdict: 'pass' }): string[] {
  const { id, verdict, reason } = result;
  if (verdict !== known.verdict)
    return [`${id}: ${verdict} (${whatCame(result)}); the record says ${known.verdict}`];
  const isOther = known.reason !== undefined && reason !== known.reason;
  return isOther ? [`${id}: ${verdict} because ${reason}; the record says ${known.reason}`] : [];
}

/** In short; values that differ from run to run are left out. */
export function whatCame({ findings, reason, verdict }: Result): string {
  const text = findings[0]?.received ?? reason ?? verdict;
  return text.replaceAll(/<[a-z -]+ \d+>/g, '…').replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1');
}
