import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { playDialect } from './play-dialect.ts';
import { manners, readDepartures, recordFile, recordOf, type MannerRecord } from './record.ts';

/** `npx tsx conformance/selftest/dialects/examine.ts`: plays this server in every manner, and renews the record. */
const departures = readDepartures();
const renewed: Record<string, MannerRecord> = {};
for (const manner of manners) {
  const { results, totals } = await playDialect(manner === 'strict' ? null : manner);
  const { record, problems } = recordOf(manner, results, departures);
  console.log(manner, JSON.stringify(totals));
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  renewed[manner] = record;
}
const opening =
  '# What the suite finds on this server, strict and in each dialect, by the numbers of departures.yaml.\n' +
  '# Renewed by `npx tsx conformance/selftest/dialects/examine.ts`, which tells what belongs to no departure.\n';
if (process.exitCode !== 1)
  writeFileSync(recordFile, opening + stringify(renewed, { lineWidth: 110, singleQuote: true }));
