import { existsSync } from 'node:fs';
import type { Exchange } from '../../model/exchange.ts';
import type { Result } from '../../model/finding.ts';
import { playRealServer } from './play-real-server.ts';
import { realServers } from './real-servers.ts';
import { differencesOf, readRecord, recordFile, type ServerRecord } from './record.ts';

/**
 * `tsx conformance/selftest/real/examine.ts NAME [SCENARIO …]`: plays one of the servers and shows where it differs from
 * the record beside it, or what came of the scenarios that are named, exchange by exchange, for somebody to judge.
 */
const [name = '', ...selection] = process.argv.slice(2);
if (realServers[name] === undefined) {
  console.error(`Name one of ${Object.keys(realServers).join(', ')}.`);
  process.exit(2);
}
const { results, totals } = await playRealServer(name, selection);
const empty: ServerRecord = { package: '', version: '', findings: [], blocked: [], skipped: [] };
const former = existsSync(recordFile(name)) ? readRecord(name) : empty;
if (selection.length > 0) for (const result of results) show(result);
else for (const line of differencesOf(former, results)) console.log(line);
console.log(JSON.stringify(totals));

function show({ verdict, id, reason, findings, exchanges }: Result): void {
  console.log(`${verdict} ${id} ${reason ?? ''}`);
  for (const { expected, received } of findings)
    console.log(`  expected ${expected}\n  received ${received}`);
  for (const exchange of exchanges) showExchange(exchange);
}

function showExchange({ request, response, failure }: Exchange): void {
  console.log(`  > ${request.method} ${request.url} ${request.body}`);
  for (const [header, value] of request.headers) console.log(`  > ${header}: ${value}`);
  console.log(`  < ${response?.status ?? failure}`);
  for (const [header, value] of response?.headers ?? []) console.log(`  < ${header}: ${value}`);
  console.log(`  < ${response?.body.slice(0, 400) ?? ''}`);
}
