import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { aClient } from '../testing/records.ts';
import { openStore } from './connect.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite, openSqliteReaders } from './sqlite.ts';
import { UnusableDatabase } from './unusable-database.ts';

describe('a SQLite file', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'codegrant-connect-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function refusal(url: string): Promise<string> {
    const error: unknown = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableDatabase);
    return String(error);
  }

  it('is readable for its owner alone, its logs too', async () => {
    const file = join(directory, 'private.db');
    const store = await openStore(`sqlite:${file}`);
    for (const part of ['', '-wal', '-shm']) expect((await stat(file + part)).mode & 0o777, part).toBe(0o600);
    await store.close();
  });

  it('is opened with a log that is synced at every commit, and with foreign keys', async () => {
    const db = openSqlite(join(directory, 'pragmas.db'));
    const read = async (pragma: string) => Object.values((await db.raw(`PRAGMA ${pragma}`))[0])[0];
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('busy_timeout')).toBe(5000);
    expect(await read('foreign_keys')).toBe(1);
    await db.destroy();
  });

  it('answers look-ups while a write waits for another process', async () => {
    const file = join(directory, 'reads.db');
    const store = await openStore(`sqlite:${file}`);
    const other = openSqlite(file);
    const [first, second] = [aClient(), aClient()];
    await store.clients.add(first);
    await other.raw('begin immediate');
    const waiting = store.clients.add(second);
    expect(await store.clients.find(first.client_id)).toEqual(first);
    expect(await store.clients.find(second.client_id)).toBeUndefined();
    await other.raw('commit');
    await waiting;
    expect(await store.clients.find(second.client_id)).toEqual(second);
    await Promise.all([store.close(), other.destroy()]);
  });

  it('is not written by the connections for look-ups', async () => {
    const file = join(directory, 'readers.db');
    await (await openStore(`sqlite:${file}`)).close();
    const readers = openSqliteReaders(file);
    await expect(readers?.('clients').del()).rejects.toThrow('readonly');
    await readers?.destroy();
  });

  it('may live in memory', async () => {
    const store = await openStore('sqlite::memory:');
    await store.clients.add(aClient());
    expect(await store.clients.list()).toHaveLength(1);
    await store.close();
  });

  it('is refused in words where its directory is missing', async () => {
    expect(await refusal(`sqlite:${directory}/missing/x.db`)).toContain('its directory does not exist');
  });

  it('is refused in words where it is a directory', async () => {
    await mkdir(join(directory, 'folder.db'));
    expect(await refusal(`sqlite:${directory}/folder.db`)).toContain('it is a directory');
  });

  it('is refused in words where it is no database', async () => {
    await writeFile(join(directory, 'letter.db'), 'Dear reader, '.repeat(100));
    expect(await refusal(`sqlite:${directory}/letter.db`)).toContain('file is not a database');
  });

  it('is refused in words where a part of its path is a file', async () => {
    await writeFile(join(directory, 'plain'), '');
    expect(await refusal(`sqlite:${directory}/plain/x.db`)).toContain('its directory does not exist');
  });
});

describe('a PostgreSQL server', () => {
  it('that does not answer is named without its password', async () => {
    const opening = openStore('postgres://user:hunter2@127.0.0.1:1/codegrant');
    await expect(opening).rejects.toThrow('The database at 127.0.0.1:1 cannot be used: connect ECONNREFUSED');
    await expect(opening).rejects.not.toThrow('hunter2');
  });

  it('without the database says so', async () => {
    const url = new URL(inject('postgresUrl'));
    url.pathname = '/missing';
    await expect(openStore(url.href)).rejects.toThrow('database "missing" does not exist');
  });
});

describe.each(databases)('readiness on $name', ({ create }) => {
  it('comes with the tables and goes with the database', async () => {
    const database = await create();
    const store = await openStore(database.url, { migrate: false });
    expect(await store.isReady()).toBe(false);
    await store.migrate();
    expect(await store.isReady()).toBe(true);
    await store.close();
    expect(await store.isReady()).toBe(false);
    await database.drop();
  });

  it('waits for every migration of this version', async () => {
    const database = await create();
    const store = await openStore(database.url);
    const db = connect(database.url);
    await db('knex_migrations').where({ name: '0002-owned-applications' }).del();
    expect(await store.isReady()).toBe(false);
    await db.destroy();
    await store.close();
    await database.drop();
  });
});

function connect(url: string) {
  const location = parseDatabaseUrl(url);
  return location.kind === 'sqlite' ? openSqlite(location.filename) : openPostgres(location.url);
}
