import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type FreshDatabase } from '../testing/databases.ts';
import { aClient, aGrant, aUser } from '../testing/records.ts';
import { openStore } from './connect.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

describe.each(databases)('migrating on $name', ({ create }) => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.drop());

  function connect() {
    const location = parseDatabaseUrl(database.url);
    return location.kind === 'sqlite' ? openSqlite(location.filename) : openPostgres(location.url);
  }

  it('ends well for processes that start together on an empty database', async () => {
    const stores = await Promise.all([
      openStore(database.url),
      openStore(database.url),
      openStore(database.url),
    ]);
    const client = aClient();
    await stores[0]?.clients.add(client);
    for (const store of stores) expect(await store.clients.find(client.client_id)).toEqual(client);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('does nothing the second time', async () => {
    const store = await openStore(database.url);
    await store.clients.add(aClient());
    await store.migrate();
    expect(await store.clients.list()).toHaveLength(1);
    await store.close();
  });

  it('refuses a database that a newer version has migrated', async () => {
    await (await openStore(database.url)).close();
    const db = connect();
    await db('knex_migrations').insert({ name: '9999-of-the-future', batch: 2 });
    await db.destroy();
    await expect(openStore(database.url)).rejects.toThrow(
      'the migration 9999-of-the-future, which this version does not know',
    );
  });

  it('keeps what the version before had stored', async () => {
    const db = connect();
    await db.transaction((trx) => firstTables.up(trx));
    await db.schema.createTable('knex_migrations', (table) => {
      table.increments();
      table.string('name');
      table.integer('batch');
      table.timestamp('migration_time');
    });
    await db('knex_migrations').insert({ name: firstTables.name, batch: 1 });
    const [client, user] = [aClient(), aUser()];
    const { previous_client_secret: _, owner_id: _owner, ...oldClient } = client;
    const { is_administrator: _role, ...oldUser } = user;
    const lists = {
      redirect_uris: JSON.stringify(client.redirect_uris),
      grant_types: JSON.stringify(client.grant_types),
    };
    await db('clients').insert({ ...oldClient, ...lists });
    await db('users').insert({ ...oldUser, username_key: user.username });
    const grant = aGrant(client, user);
    await db('grants').insert(grant);
    await db.destroy();
    const store = await openStore(database.url);
    expect(await store.clients.find(client.client_id)).toEqual(client);
    expect(await store.users.find(user.id)).toEqual(user);
    expect(await store.grants.find(grant.id)).toMatchObject({ ...grant, last_used_at: null });
    await store.close();
  });

  it('is all or nothing: what stops halfway leaves no table and no lock behind', async () => {
    const db = connect();
    await db.schema.createTable('grants', (table) => table.text('in_the_way'));
    await expect(openStore(database.url)).rejects.toThrow(/grants[`"] already exists/);
    expect(await db.schema.hasTable('clients')).toBe(false);
    await db.schema.dropTable('grants');
    await db.destroy();
    const store = await openStore(database.url);
    expect(await store.isReady()).toBe(true);
    await store.close();
  });
});
