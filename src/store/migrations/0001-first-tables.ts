import type { Knex } from 'knex';
import { isPostgres } from '../dialect.ts';
import type { StoreMigration } from './migration.ts';

export const firstTables: StoreMigration = {
  name: '0001-first-tables',
  async up(db) {
    /** Byte order on both databases, so that ids sort by time and no locale can reorder an index. */
    const id = isPostgres(db) ? 'text collate "C"' : 'text';
    await createClients(db, id);
    await createUsers(db, id);
    await createGrants(db, id);
    await createSessions(db, id);
    await createEvents(db, id);
    await createThrottle(db, id);
  },
};

async function createClients(db: Knex, id: string): Promise<void> {
  await db.schema.createTable('clients', (table) => {
    table.specificType('client_id', id).primary();
    table.text('client_name').notNullable();
    table.text('client_uri');
    table.text('client_secret_hash');
    table.text('token_endpoint_auth_method').notNullable();
    table.text('redirect_uris').notNullable();
    table.text('grant_types').notNullable();
    table.text('scope').notNullable();
    table.text('registration_access_token_hash');
    table.bigInteger('created_at').notNullable();
  });
}

async function createUsers(db: Knex, id: string): Promise<void> {
  await db.schema.createTable('users', (table) => {
    table.specificType('id', id).primary();
    table.text('username').notNullable();
    table.specificType('username_key', id).notNullable().unique();
    table.text('name').notNullable();
    table.text('password_hash').notNullable();
    table.bigInteger('created_at').notNullable();
  });
}

async function createGrants(db: Knex, id: string): Promise<void> {
  await db.schema.createTable('grants', (table) => {
    table.specificType('id', id).primary();
    belongsTo(table, id, 'client_id', 'clients', 'client_id').index();
    belongsTo(table, id, 'user_id', 'users', 'id').index();
    table.text('scope').notNullable();
    table.text('redirect_uri').notNullable();
    table.boolean('redirect_uri_sent').notNullable();
    table.text('code_hash').notNullable();
    table.text('code_challenge');
    table.bigInteger('code_expires_at').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('redeemed_at');
    table.bigInteger('revoked_at');
    for (const token of ['access', 'previous_access']) addAccessToken(table, token);
    addRefreshToken(table);
    table.bigInteger('expires_at').notNullable().index();
  });
}

function addAccessToken(table: Knex.CreateTableBuilder, token: string): void {
  table.text(`${token}_hash`);
  table.text(`${token}_scope`);
  table.bigInteger(`${token}_issued_at`);
  table.bigInteger(`${token}_expires_at`);
}

function addRefreshToken(table: Knex.CreateTableBuilder): void {
  table.text('refresh_family_hash');
  table.integer('refresh_generation');
  table.text('refresh_hash');
  table.bigInteger('refresh_expires_at');
  table.bigInteger('refresh_ends_at');
  table.text('refresh_replaced_hash');
  table.text('refresh_replaced_salt');
  table.bigInteger('refresh_replaced_at');
}

async function createSessions(db: Knex, id: string): Promise<void> {
  await db.schema.createTable('sessions', (table) => {
    table.specificType('id_hash', id).primary();
    belongsTo(table, id, 'user_id', 'users', 'id').index();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable().index();
  });
}

/** The key begins with the user, so that it serves the list, the look-up and the cascade at once. */
async function createEvents(db: Knex, id: string): Promise<void> {
  await db.schema.createTable('events', (table) => {
    belongsTo(table, id, 'user_id', 'users', 'id');
    table.specificType('id', id).notNullable();
    table.text('title').notNullable();
    table.text('starts_at').notNullable();
    table.text('place');
    table.text('description');
    table.bigInteger('created_at').notNullable();
    table.primary(['user_id', 'id']);
  });
}

/** These three columns in this order are what rate-limiter-flexible writes; `expire` is in milliseconds. */
async function createThrottle(db: Knex, id: string): Promise<void> {
  await db.schema.createTable('throttle', (table) => {
    table.specificType('key', id).primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire').index();
  });
}

function belongsTo(table: Knex.CreateTableBuilder, type: string, column: string, owner: string, key: string) {
  const reference = table.specificType(column, type).notNullable();
  reference.references(key).inTable(owner).onDelete('CASCADE');
  return reference;
}
