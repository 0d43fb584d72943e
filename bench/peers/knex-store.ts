import type { Knex } from 'knex';
import { client } from '../contestants/client.ts';
import type { PeerDatabase, PeerStore, StoredClient, StoredCode, StoredToken } from './peer-store.ts';
import { openSqliteFile } from './sqlite-file.ts';

/** Knex and SQLite as one would write it first: a table for each thing, and a transaction around each exchange. */
export async function inSqlite(filename: string): Promise<PeerDatabase> {
  const db = openSqliteFile(filename);
  await createTables(db);
  await db<StoredClient>('clients').insert({
    id: client.id,
    secret: client.secret,
    redirect_uri: client.redirectUri,
  });
  return {
    store: knexStore(db),
    inTransaction: (act) => db.transaction((transaction) => act(knexStore(transaction))),
  };
}

function knexStore(db: Knex): PeerStore {
  const codes = () => db<StoredCode>('codes');
  const tokens = () => db<StoredToken>('tokens');
  return {
    findClient: (id) => db<StoredClient>('clients').where({ id }).first(),
    addCode: async (code) => void (await codes().insert(code)),
    findCode: (code) => codes().where({ code }).first(),
    revokeCode: async (code) =>
      (await codes().where({ code, is_revoked: false }).update({ is_revoked: true })) === 1,
    addToken: async (token) => void (await tokens().insert(token)),
    setRefreshToken: async (access_token, refresh_token, refresh_expires_at) =>
      void (await tokens().where({ access_token }).update({ refresh_token, refresh_expires_at })),
    findByAccessToken: (access_token) => tokens().where({ access_token }).first(),
    findByRefreshToken: (refresh_token) => tokens().where({ refresh_token }).first(),
    removeToken: async (access_token) => (await tokens().where({ access_token }).delete()) === 1,
  };
}

async function createTables(db: Knex): Promise<void> {
  await db.schema.createTable('clients', (table) => {
    table.text('id').primary();
    table.text('secret').notNullable();
    table.text('redirect_uri').notNullable();
  });
  await db.schema.createTable('codes', (table) => {
    table.text('code').primary();
    for (const column of ['client_id', 'user_id', 'scope', 'redirect_uri']) table.text(column).notNullable();
    table.text('code_challenge').notNullable();
    table.text('code_challenge_method').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.boolean('is_revoked').notNullable();
  });
  await db.schema.createTable('tokens', (table) => {
    table.text('access_token').primary();
    table.bigInteger('access_expires_at').notNullable();
    table.text('refresh_token').unique();
    table.bigInteger('refresh_expires_at');
    for (const column of ['client_id', 'user_id', 'scope']) table.text(column).notNullable();
    table.text('code');
  });
}
