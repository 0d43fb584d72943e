import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Result } from '../../model/finding.ts';
import { dialects, type Dialect } from './play-dialect.ts';

/** How this server was played: by its own rules, or in a dialect. */
export type Manner = 'strict' | Dialect;
export const manners: readonly Manner[] = ['strict', ...dialects];

/** What the suite finds on this server in one manner. What is not in it passes. */
export interface MannerRecord {
  /** By the number of the departure: its scenarios, with the verdict. */
  departures: Readonly<Record<string, Readonly<Record<string, 'fail' | 'warn'>>>>;
  /** By reason: what could not be played, as the server has not got what it takes. */
  skipped: Readonly<Record<string, readonly string[]>>;
}

export type DialectRecord = Readonly<Record<Manner, MannerRecord>>;

export interface Departure {
  number: string;
  departure: string;
  /** In whose document or code. */
  found: string;
  /** Of what it departs from; none where no RFC speaks of it. */
  section?: string;
  strict: string;
  dialects: readonly Dialect[];
  scenarios: readonly string[];
  tests?: readonly { file: string; title: string }[];
}

export const recordFile = new URL('record.yaml', import.meta.url);

export function readRecord(): DialectRecord {
  return parse(readFileSync(recordFile, 'utf8')) as DialectRecord;
}

export function readDepartures(): readonly Departure[] {
  const file = new URL('departures.yaml', import.meta.url);
  return parse(readFileSync(file, 'utf8')) as Departure[];
}

/** What a run found, sorted by the departures that it belongs to; what belongs to none, or to several, is told. */
export function recordOf(
  manner: Manner,
  results: readonly Result[],
  departures: readonly Departure[],
): { record: MannerRecord; problems: string[] } {
  const problems: string[] = [];
  const found: Record<string, Record<string, 'fail' | 'warn'>> = {};
  const skipped: Record<string, string[]> = {};
  for (const { id, verdict, reason } of results) {
    if (verdict === 'skip') (skipped[reason ?? ''] ??= []).push(id);
    else if (verdict === 'fail' || verdict === 'warn') {
      const owners = departures.filter(
        ({ dialects: tolerating, scenarios }) =>
          scenarios.includes(id) && (tolerating as readonly string[]).includes(manner),
      );
      const [owner] = owners;
      if (owner === undefined || owners.length > 1) {
        const numbers = owners.map(({ number }) => number).join(' and ') || 'no departure';
        problems.push(`${id}: ${verdict} belongs to ${numbers} of ${manner}`);
      } else (found[owner.number] ??= {})[id] = verdict;
    } else if (verdict !== 'pass') problems.push(`${id}: ${verdict}: ${reason ?? ''}`);
  }
  return { record: { departures: found, skipped }, problems };
}
