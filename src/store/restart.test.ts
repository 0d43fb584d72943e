import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { databases, type FreshDatabase } from '../testing/databases.ts';
import { aClient, aGrant, anIssue, aUser, now } from '../testing/records.ts';
import { openStore } from './connect.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { openPostgres } from './postgres.ts';

/** Adds a client, says so on standard output the moment the promise resolves, and waits to be killed. */
const victim = `
  import { openStore } from '${new URL('./connect.ts', import.meta.url).href}';
  const store = await openStore(process.env.DATABASE_URL);
  await store.clients.add(JSON.parse(process.env.CLIENT));
  process.stdout.write('answered');
  setInterval(() => {}, 1000);`;

/** Redeems grants sixteen at a time, and names each on standard output the moment its promise resolves. */
const exchanging = `
  import { openStore } from '${new URL('./connect.ts', import.meta.url).href}';
  const store = await openStore(process.env.DATABASE_URL);
  const [ids, now, issue] = JSON.parse(process.env.EXCHANGES);
  const next = async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop())
      if (await store.grants.redeem(id, now, issue)) process.stdout.write(id + '\\n');
  };
  await Promise.all(Array.from({ length: 16 }, next));
  setInterval(() => {}, 1000);`;

function start(program: string, env: Record<string, string>) {
  const options = ['--import', 'tsx', '--input-type=module', '--eval', program];
  return spawn(process.execPath, options, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe.each(databases)('what $name holds', ({ create }) => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.drop());

  it('survives that the program is closed and started again', async () => {
    const [client, user, issue] = [aClient(), aUser(), anIssue()];
    const grant = aGrant(client, user);
    const before = await openStore(database.url);
    await before.clients.add(client);
    await before.users.add(user);
    await before.grants.add(grant);
    await before.grants.redeem(grant.id, now, issue);
    for (let hit = 0; hit < 11; hit++) await before.throttle.hit('ada');
    await before.close();

    const after = await openStore(database.url);
    expect(await after.clients.find(client.client_id)).toEqual(client);
    expect(await after.grants.find(grant.id)).toMatchObject({ ...issue, redeemed_at: now });
    expect(await after.throttle.hit('ada')).toBeGreaterThan(0);
    await after.close();
  });

  it('survives SIGKILL from the moment the write was answered', async () => {
    const client = aClient();
    const child = start(victim, { DATABASE_URL: database.url, CLIENT: JSON.stringify(client) });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openStore(database.url);
    expect(await store.clients.find(client.client_id)).toEqual(client);
    await store.close();
  });

  it('has every exchange that was answered before SIGKILL came in the midst of others', async () => {
    const [client, user] = [aClient(), aUser()];
    const grants = Array.from({ length: 1500 }, () => aGrant(client, user));
    const before = await openStore(database.url);
    await before.clients.add(client);
    await before.users.add(user);
    for (const grant of grants) await before.grants.add(grant);
    await before.close();

    const exchanges = JSON.stringify([grants.map(({ id }) => id), now, anIssue()]);
    const child = start(exchanging, { DATABASE_URL: database.url, EXCHANGES: exchanges });
    let printed = '';
    child.stdout.on('data', (chunk) => (printed += String(chunk)));
    await expect
      .poll(() => printed.split('\n').length, { interval: 1, timeout: 15_000 })
      .toBeGreaterThan(100);
    child.kill('SIGKILL');
    await once(child, 'close');

    const answered = printed.split('\n').slice(0, -1);
    expect(answered.length).toBeLessThan(grants.length);
    const after = await openStore(database.url);
    const found = await Promise.all(answered.map((id) => after.grants.find(id)));
    expect(found.filter((grant) => grant?.redeemed_at !== now)).toEqual([]);
    await after.close();
  });

  it('never is a secret in the clear', async () => {
    const [code, access, refresh, cookie, secret] = Array.from({ length: 5 }, () => secrets.newSecret());
    const hash = (clear = '') => secrets.hash(clear);
    const [client, user, issue] = [aClient({ client_secret_hash: hash(secret) }), aUser(), anIssue()];
    const grant = aGrant(client, user, { code_hash: hash(code) });
    const token = { ...issue.access_token, hash: hash(access) };
    const refreshToken = issue.refresh_token && { ...issue.refresh_token, hash: hash(refresh) };
    const store = await openStore(database.url);
    await store.clients.add(client);
    await store.users.add(user);
    await store.grants.add(grant);
    await store.grants.redeem(grant.id, now, { ...issue, access_token: token, refresh_token: refreshToken });
    await store.sessions.add({
      id_hash: hash(cookie),
      user_id: user.id,
      created_at: now,
      expires_at: now + 1,
    });
    await store.throttle.hit('ada@example.com|192.0.2.1');

    const dump = await dumpOf(database.url);
    await store.close();
    for (const clear of [code, access, refresh, cookie, secret]) {
      expect(dump).not.toContain(clear);
      expect(dump).toContain(hash(clear));
    }
    expect(dump).not.toContain('ada@example.com');
    expect(dump).not.toContain('192.0.2.1');
  });
});

/** Every byte of the SQLite files, or every row of every table of PostgreSQL. */
async function dumpOf(url: string): Promise<string> {
  const location = parseDatabaseUrl(url);
  if (location.kind === 'sqlite') {
    const files = await Promise.all(['', '-wal'].map((part) => readFile(location.filename + part, 'latin1')));
    return files.join('\n');
  }
  const db = openPostgres(location.url);
  const tables = await db('information_schema.tables').where('table_schema', 'public').pluck('table_name');
  const rows = await Promise.all(tables.map((table: string) => db(table)));
  await db.destroy();
  return JSON.stringify(rows);
}
