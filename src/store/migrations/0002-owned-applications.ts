import type { Knex } from 'knex';
import { isPostgres } from '../dialect.ts';
import type { StoreMigration } from './migration.ts';

/**
 * Columns are added by hand: Knex would add a reference on SQLite by building the table anew, and dropping the old
 * one would take every grant along.
 */
export const ownedApplications: StoreMigration = {
  name: '0002-owned-applications',
  async up(db) {
    const id = isPostgres(db) ? 'text collate "C"' : 'text';
    await db.raw('alter table users add column is_administrator boolean not null default false');
    await db.raw(`alter table clients add column owner_id ${id} references users (id) on delete set null`);
    await addNullable(db, 'clients', 'previous_client_secret_hash', 'text');
    await addNullable(db, 'clients', 'previous_client_secret_expires_at', 'bigint');
    await addNullable(db, 'grants', 'last_used_at', 'bigint');
    // Serves an owner's list in its order, and the end of an account.
    await db.raw('create index clients_owner_id_index on clients (owner_id, client_id)');
  },
};

async function addNullable(db: Knex, table: string, column: string, type: string): Promise<void> {
  await db.raw(`alter table ${table} add column ${column} ${type}`);
}
