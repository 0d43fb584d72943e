import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from './sqlite.ts';

let db: Knex;

beforeEach(async () => {
  db = openSqlite(':memory:');
  await db.schema.createTable('things', (table) => {
    table.integer('id').primary();
    table.string('name').notNullable();
  });
});
afterEach(() => db.destroy());

/** How often SQLite was given a text to compile, while something was done. */
async function compiled(work: () => Promise<unknown>): Promise<number> {
  const client = db.client as {
    acquireConnection(): Promise<Connection>;
    releaseConnection(c: Connection): Promise<void>;
  };
  const connection = await client.acquireConnection();
  await client.releaseConnection(connection);
  const { prepare } = connection;
  let count = 0;
  connection.prepare = (...args) => {
    count += 1;
    return prepare.apply(connection, args);
  };
  await work();
  connection.prepare = prepare;
  return count;
}

interface Connection {
  prepare(...args: unknown[]): unknown;
}

describe('a connection', () => {
  it('compiles a text once, whatever its values are', async () => {
    const count = await compiled(async () => {
      for (const id of [1, 2, 3]) await db('things').insert({ id, name: `thing ${id}` });
    });
    expect(count).toBe(1);
    expect(await db('things').select('name').where({ id: 2 })).toEqual([{ name: 'thing 2' }]);
    expect(await db('things').where({ id: 3 }).del()).toBe(1);
    expect(await db('things').where({ id: 3 }).del()).toBe(0);
  });

  it('tells of a text that does not compile, each time', async () => {
    for (const _ of [1, 2]) await expect(db('nowhere').select('*')).rejects.toThrow('no such table');
    await db.schema.createTable('nowhere', (table) => table.integer('id'));
    expect(await db('nowhere').select('*')).toEqual([]);
  });

  it('does a statement again that was refused', async () => {
    await db('things').insert({ id: 1, name: 'first' });
    await expect(db('things').insert({ id: 1, name: 'second' })).rejects.toThrow('UNIQUE');
    await db('things').insert({ id: 2, name: 'second' });
    expect(await db('things').count({ n: '*' })).toEqual([{ n: 2 }]);
  });

  it('sees columns that came after a text was compiled', async () => {
    await db('things').insert({ id: 1, name: 'first' });
    await db('things').select('*');
    await db.schema.alterTable('things', (table) => table.string('colour').defaultTo('red'));
    expect(await db('things').select('*')).toEqual([{ id: 1, name: 'first', colour: 'red' }]);
  });

  it('keeps no more than 200 texts', async () => {
    const ask = (n: number) => db.raw(`select ${n} as n`);
    for (let n = 0; n <= 200; n += 1) await ask(n);
    expect(await compiled(() => ask(200))).toBe(0);
    expect(await compiled(() => ask(0))).toBe(1);
  });

  it('commits again after another process has had the database for too long', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codegrant-statements-'));
    const [one, other] = [openSqlite(join(folder, 'a.db')), openSqlite(join(folder, 'a.db'))];
    await one.raw('create table things (id integer primary key)');
    await one.raw('pragma busy_timeout = 0');
    await other.raw('begin immediate');
    await expect(one('things').insert({ id: 1 })).rejects.toThrow('SQLITE_BUSY');
    await other.raw('commit');
    await one('things').where({ id: 9 }).del();
    await one.raw('insert into things (id) values (2)');
    expect(await other('things').select('id')).toEqual([{ id: 2 }]);
    await one.destroy();
    await other.destroy();
    rmSync(folder, { recursive: true });
  });
});
