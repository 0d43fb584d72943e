import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { playDialect } from './play-dialect.ts';
import { manners, readDepartures, recordFile, recordOf, type MannerRecord } from './record.ts';

const opening =
  '# What the suite finds on this server, strict and in each dialect, by the numbers of departures.yaml.\n' +
  '# Renewed by `npm run generate:conformance`, which refuses what belongs to no departure.\n';

/** Plays this server in every manner and writes the record anew, unless something was found that has no number. */
export async function renewDialectRecord(): Promise<void> {
  const departures = readDepartures();
  const renewed: Record<string, MannerRecord> = {};
  for (const manner of manners) {
    const { results } = await playDialect(manner === 'strict' ? null : manner);
    const { record, problems } = recordOf(manner, results, departures);
    if (problems.length > 0) throw new Error(`${manner}:\n${problems.join('\n')}`);
    renewed[manner] = record;
  }
  writeFileSync(recordFile, opening + stringify(renewed, { lineWidth: 110, singleQuote: true }));
}
