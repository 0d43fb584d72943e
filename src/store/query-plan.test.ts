import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type FreshDatabase } from '../testing/databases.ts';
import { aClient, aGrant, anIssue, aUser, now } from '../testing/records.ts';
import { storeClients } from './clients.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { isPostgres } from './dialect.ts';
import { storeEvents } from './events.ts';
import { storeGrants } from './grants.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { storeSessions } from './sessions.ts';
import { openSqlite } from './sqlite.ts';
import { sweep } from './sweep.ts';
import { storeUsers } from './users.ts';

interface Query {
  sql: string;
  bindings: Knex.RawBinding[];
}

const statements: Record<string, (db: Knex) => Promise<unknown>> = {
  'finding a client': (db) => storeClients(db).find('id'),
  'listing an owner’s clients': (db) => storeClients(db).listOwned('user', { after: null, limit: 10 }),
  'listing all clients': (db) => storeClients(db).listOwned(null, { after: 'id', limit: 10 }),
  'editing a client': (db) => storeClients(db).update('id', aClient()),
  'rotating a secret': (db) => storeClients(db).rotateSecret('id', 'hash', now),
  'removing a client': (db) => storeClients(db).remove('id'),
  'finding a user by name': (db) => storeUsers(db).findByUsername('name'),
  'making an administrator': (db) => storeUsers(db).setAdministrator('name', true),
  'removing a user': (db) => storeUsers(db).remove('name'),
  'finding a session': (db) => storeSessions(db).findUser('id', now),
  'listing events': (db) => storeEvents(db).list('user', { after: 'id', limit: 10 }),
  'finding a grant': (db) => storeGrants(db).find('id'),
  'redeeming a code': (db) => storeGrants(db).redeem('id', now, anIssue()),
  'rotating a refresh token': (db) => storeGrants(db).rotate('id', 0, anIssue(1)),
  'revoking a grant': (db) => storeGrants(db).revoke('id', now),
  'revoking an access token': (db) => storeGrants(db).revokeAccessToken('id', 'hash'),
  'listing a user’s grants': (db) => storeGrants(db).listActive('user', now),
  'revoking a user’s grants': (db) => storeGrants(db).revokeAll('user', now),
  'noting a use': (db) => storeGrants(db).touch('id', now),
  'counting a client’s owners': (db) => storeGrants(db).countOwners('client', now),
  'the sweep': (db) => sweep(db, now - 1),
};

/** What the statement itself was given: a table of as many rows as there are requests in it. */
const givenRows = /SCAN json_each VIRTUAL TABLE INDEX 1:/g;

describe.each(databases)('query plans on $name', ({ create }) => {
  let database: FreshDatabase;
  let db: Knex;

  beforeAll(async () => {
    database = await create();
    const location = parseDatabaseUrl(database.url);
    db = location.kind === 'sqlite' ? openSqlite(location.filename) : openPostgres(location.url);
    await migrate(db);
    const [client, user] = [aClient(), aUser()];
    await storeClients(db).add(client);
    await storeUsers(db).add(user);
    for (let row = 0; row < 50; row++) await storeGrants(db).add(aGrant(client, user));
    // Without statistics, as the program leaves SQLite: with them it reads a table of fifty rows in one go.
    if (isPostgres(db)) await db.raw('analyze');
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it.each(Object.entries(statements))('%s reads no table from end to end', async (_, run) => {
    const queries: Query[] = [];
    const note = ({ sql, bindings }: Query) => queries.push({ sql, bindings });
    db.on('query', note);
    await run(db);
    db.removeListener('query', note);
    expect(queries).not.toEqual([]);
    for (const query of queries) {
      const plan = (await explain(db, query)).replaceAll(givenRows, '');
      expect(plan, query.sql).not.toMatch(/\bSCAN\b|Seq Scan/);
      expect(plan, query.sql).toMatch(/USING (COVERING )?INDEX|Index (Only )?Scan|Bitmap Index Scan/);
    }
  });

  it('redeeming and rotating are one statement each', async () => {
    for (const name of ['redeeming a code', 'rotating a refresh token']) {
      const queries: string[] = [];
      const note = ({ sql }: Query) => queries.push(sql);
      db.on('query', note);
      await statements[name]?.(db);
      db.removeListener('query', note);
      expect(queries, name).toEqual([
        expect.stringMatching(/^update grants set .* where grants\.id = given\.id /s),
      ]);
    }
  });
});

/** So few rows would be quickest read in one go: PostgreSQL is told not to, and shows which index it has instead. */
async function explain(db: Knex, { sql, bindings }: Query): Promise<string> {
  if (!isPostgres(db)) {
    const rows = await db.raw<{ detail: string }[]>(`explain query plan ${sql}`, bindings);
    return rows.map((row) => row.detail).join('\n');
  }
  return db.transaction(async (trx) => {
    await trx.raw('set local enable_seqscan = off');
    const statement = sql.replaceAll('\\?', '?').replace(/\$\d+/g, '?');
    const { rows } = await trx.raw<{ rows: { 'QUERY PLAN': string }[] }>(`explain ${statement}`, bindings);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
