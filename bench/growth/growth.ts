import { join } from 'node:path';
import type { Knex } from 'knex';
import { composeAccessToken } from '../../src/oauth/token-format.ts';
import { secrets } from '../../src/secrets/secrets.ts';
import { createCodegrantDatabase } from '../contestants/codegrant-database.ts';
import { runCodegrant, startCodegrant } from '../contestants/codegrant.ts';
import type { Contestant } from '../contestants/contestant.ts';
import type { Bench, Measurement } from '../measurement.ts';
import { startPostgres } from '../processes/postgres.ts';
import { sideBySide, withRunning } from '../work/side-by-side.ts';
import { exchange, introspection } from '../work/works.ts';
import { seed } from './seed.ts';

/** Tokens that are asked about, of grants from all over the table. */
const asked = 2000;

/** The server on databases that have ten thousand rows in every table before the clock starts, or a million. */
export const growth: Measurement = {
  name: 'growth',
  summary: 'exchange and introspection with ten thousand and with a million rows in each table',
  async measure(bench) {
    const sizes = bench.isQuick ? [1000, 20_000] : [10_000, 1_000_000];
    const grown = [
      ...sizes.map((rows) => onSqlite(rows, bench)),
      ...sizes.map((rows) => onPostgres(rows, bench)),
    ];
    return await withRunning(grown, bench, async (entrants) => ({
      'growth-exchange': await sideBySide(exchange, entrants, bench),
      'growth-introspection': await sideBySide(introspection, entrants, bench),
    }));
  },
};

function onSqlite(rows: number, bench: Bench): Contestant {
  const name = `sqlite-${rows}`;
  const start = (folder: string) =>
    startGrown(`sqlite:${join(folder, 'codegrant.db')}`, rows, { name, folder, bench });
  return { name, start };
}

function onPostgres(rows: number, bench: Bench): Contestant {
  const name = `postgres-${rows}`;
  return {
    name,
    async start(folder) {
      const cluster = await startPostgres();
      const running = await startGrown(cluster.url, rows, { name, folder, bench });
      return { ...running, stop: () => running.stop().then(cluster.stop) };
    },
  };
}

async function startGrown(
  url: string,
  rows: number,
  { name, folder, bench }: { name: string; folder: string; bench: Bench },
) {
  const database = await createCodegrantDatabase(url);
  const start = performance.now();
  const isPostgres = url.startsWith('postgres:');
  const grants = await seed(database.db, { rows, sample: asked, isPostgres });
  const livingTokens = await issueFor(database.db, grants);
  bench.tell(`growth: filled ${name} in ${Math.round((performance.now() - start) / 1000)} s`);
  return { ...runCodegrant([await startCodegrant(url, folder)], database), livingTokens };
}

/** An access token for each of the grants, in the place of the one that nobody knows. */
async function issueFor(db: Knex, ids: readonly string[]): Promise<string[]> {
  return await db.transaction(async (transaction) => {
    const tokens: string[] = [];
    for (const id of ids) {
      const token = composeAccessToken(id, secrets.newSecret());
      await transaction('grants')
        .where({ id })
        .update({ access_hash: secrets.hash(token) });
      tokens.push(token);
    }
    return tokens;
  });
}
