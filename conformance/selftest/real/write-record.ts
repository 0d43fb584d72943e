import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Result, Verdict } from '../../model/finding.ts';
import { catalogue } from '../../scenarios/catalogue.ts';
import { describeSent } from './describe-sent.ts';
import { realServers } from './real-servers.ts';
import {
  installedVersion,
  recordFile,
  unjudged,
  whatCame,
  type Judgement,
  type RecordedFinding,
  type ServerRecord,
  type Unplayed,
} from './record.ts';

/**
 * The record as this run makes it: judgements stay with the scenarios that they were made for, what is no longer found
 * goes, and what is new waits for a judgement at the end.
 */
export function renewRecord(name: string, former: ServerRecord, results: readonly Result[]): ServerRecord {
  const packageName = realServers[name]?.packageName ?? name;
  const found = new Map(results.flatMap((result) => entryOf(result).map((entry) => [entry.id, entry])));
  const judged = former.findings
    .filter(({ judgement }) => judgement !== unjudged)
    .map((group) => ({ ...group, scenarios: group.scenarios.flatMap(({ id }) => take(found, id)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
  const open: Judgement = {
    section: unjudged,
    behaviour: unjudged,
    judgement: unjudged,
    scenarios: [...found.values()],
  };
  return {
    package: packageName,
    version: installedVersion(packageName),
    findings: open.scenarios.length === 0 ? judged : [...judged, open],
    blocked: unplayedOf(results, 'blocked'),
    skipped: unplayedOf(results, 'skip'),
  };
}

export function writeRecord(name: string, record: ServerRecord): void {
  const opening =
    '# What the suite finds on this server; every judgement was made by reading the exchange and the section.\n' +
    '# Renewed by `npm run generate:conformance`, then judged by hand.\n';
  writeFileSync(recordFile(name), opening + stringify(record, { lineWidth: 106, singleQuote: true }));
}

function entryOf(result: Result): RecordedFinding[] {
  const { id, verdict } = result;
  if (verdict !== 'fail' && verdict !== 'warn' && verdict !== 'error') return [];
  const scenario = catalogue.find((candidate) => candidate.id === id);
  return [{ id, verdict, sent: describeSent(scenario, result), came: whatCame(result) }];
}

function take(found: Map<string, RecordedFinding>, id: string): RecordedFinding[] {
  const entry = found.get(id);
  found.delete(id);
  return entry === undefined ? [] : [entry];
}

function unplayedOf(results: readonly Result[], verdict: Verdict): Unplayed[] {
  const unplayed = results.filter((result) => result.verdict === verdict);
  const reasons = [...new Set(unplayed.map(({ reason }) => reason ?? ''))].sort();
  return reasons.map((reason) => ({
    reason,
    scenarios: unplayed.filter((result) => result.reason === reason).map(({ id }) => id),
  }));
}
