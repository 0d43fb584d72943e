import { mkdirSync, writeFileSync } from 'node:fs';
import { renewDialectRecord } from './dialects/renew-record.ts';
import { pages } from './pages.ts';
import { playRealServer } from './real/play-real-server.ts';
import { realServers } from './real/real-servers.ts';
import { readRecord } from './real/record.ts';
import { renewRecord, writeRecord } from './real/write-record.ts';

/**
 * `npm run generate:conformance`: plays the servers of others and this one in each dialect, renews their records, and
 * writes every page that is made.
 * `--pages` writes the pages alone. A finding that is new in a record waits there for a judgement by hand.
 */
if (!process.argv.includes('--pages')) {
  for (const name of Object.keys(realServers)) {
    const { results } = await playRealServer(name);
    writeRecord(name, renewRecord(name, readRecord(name), results));
  }
  await renewDialectRecord();
}
for (const { url, render } of Object.values(pages)) {
  mkdirSync(new URL('./', url), { recursive: true });
  writeFileSync(url, render());
}
