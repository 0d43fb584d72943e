import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';
import { migrations } from './migrations/list.ts';
import type { StoreMigration } from './migrations/migration.ts';
import { UnusableDatabase } from './unusable-database.ts';

/** Any constant serves, as long as every process of this program takes the same. */
const lockKey = 0x636f6465;

/**
 * Brings the schema up to date. All of it is one transaction behind one lock of the database's own, so that
 * processes that start together queue up, and one that dies halfway leaves neither half a schema nor a lock
 * (Knex's lock row would outlive it).
 */
export async function migrate(db: Knex): Promise<void> {
  await db.transaction(async (trx) => {
    await waitForTurn(trx);
    await refuseNewerSchema(trx);
    await trx.migrate.latest({ migrationSource });
  });
}

/** Whether nothing is left to do for this version; rejects where there is no answer within two seconds. */
export async function hasEveryMigration(db: Knex): Promise<boolean> {
  const done = await db('knex_migrations').select<{ name: string }[]>('name').timeout(2000);
  return migrations.every((migration) => done.some(({ name }) => name === migration.name));
}

async function waitForTurn(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw("set local statement_timeout = '60s'");
    await trx.raw('select pg_advisory_xact_lock(?)', [lockKey]);
  } else {
    // A write as the first statement takes SQLite's write lock, for which the busy timeout waits.
    await trx.raw(`PRAGMA application_id = ${lockKey}`);
  }
}

async function refuseNewerSchema(trx: Knex.Transaction): Promise<void> {
  if (!(await trx.schema.hasTable('knex_migrations'))) return;
  const done: { name: string }[] = await trx('knex_migrations').select('name');
  const unknown = done.find(({ name }) => !migrations.some((migration) => migration.name === name));
  if (unknown === undefined) return;
  throw new UnusableDatabase(
    `The database has the migration ${unknown.name}, which this version does not know`,
  );
}

const migrationSource: Knex.MigrationSource<StoreMigration> = {
  getMigrations: () => Promise.resolve([...migrations]),
  getMigrationName: (migration) => migration.name,
  getMigration: (migration) =>
    Promise.resolve({
      up: (db) => migration.up(db),
      down: () => Promise.reject(new Error('The schema goes forwards only; restore a backup instead')),
    }),
};
