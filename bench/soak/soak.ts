import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createCodegrantDatabase, type CodegrantDatabase } from '../contestants/codegrant-database.ts';
import { runCodegrant, startCodegrant } from '../contestants/codegrant.ts';
import type { Measurement } from '../measurement.ts';
import type { ServerProcess } from '../processes/server-process.ts';
import { occasionNow } from '../report/occasion.ts';
import type { SoakSample } from '../report/results.ts';
import { visit } from '../work/rounds.ts';
import { folderFor } from '../work/side-by-side.ts';
import { exchange } from '../work/works.ts';

/** So short that what the sweep has to delete is soon as much as what is issued. */
const settings = { ACCESS_TOKEN_LIFETIME: '10s', REFRESH_IDLE_LIFETIME: '20s', SWEEP_INTERVAL: '5s' };

/** Each brings an access token and a refresh token. */
const exchangesBetweenSamples = 4000;

/** A million tokens, one code after the other exchanged, while the sweep deletes what has expired. */
export const soak: Measurement = {
  name: 'soak',
  summary: 'a million tokens with the sweep running: rows, file and memory (minutes; only where it is named)',
  async measure({ folder, load, isQuick, tell }) {
    const occasion = occasionNow();
    const own = folderFor('soak', folder);
    const file = join(own, 'codegrant.db');
    const database = await createCodegrantDatabase(`sqlite:${file}`);
    const server = await startCodegrant(`sqlite:${file}`, own, settings);
    const running = runCodegrant([server], database);
    const samples: SoakSample[] = [];
    const start = performance.now();
    try {
      for (let issued = 0; issued < (isQuick ? 24_000 : 1_000_000); issued += 2 * exchangesBetweenSamples) {
        await visit(exchange, running, exchangesBetweenSamples, load);
        const seconds = (performance.now() - start) / 1000;
        const sample = await sampleOf(database, server, file);
        samples.push({ seconds, issued: issued + 2 * exchangesBetweenSamples, ...sample });
        tell(
          `soak ${issued} tokens: ${sample.grants} grants, ${Math.round(sample.memory / 1e6)} MB of memory`,
        );
      }
    } finally {
      await running.stop();
    }
    return { soak: { occasion, settings, samples } };
  },
};

async function sampleOf(
  { db }: CodegrantDatabase,
  server: ServerProcess,
  file: string,
): Promise<Pick<SoakSample, 'grants' | 'memory' | 'file'>> {
  const [row] = await db('grants').count<{ grants: number }[]>({ grants: '*' });
  const size = ['', '-wal'].reduce(
    (bytes, end) => bytes + (statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return { grants: row?.grants ?? 0, memory: server.memory().now, file: size };
}
