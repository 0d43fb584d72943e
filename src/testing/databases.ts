import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openPostgres } from '../store/postgres.ts';

export interface FreshDatabase {
  /** For `openStore`; empty, without tables. */
  url: string;
  /** Every store on it must be closed before. */
  drop(): Promise<void>;
}

export interface DatabaseKind {
  name: 'SQLite' | 'PostgreSQL';
  create(): Promise<FreshDatabase>;
}

/** For `describe.each(databases)('… on $name', ({ create }) => …)`. */
export const databases: readonly DatabaseKind[] = [
  { name: 'SQLite', create: createSqlite },
  { name: 'PostgreSQL', create: createPostgres },
];

async function createSqlite(): Promise<FreshDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'codegrant-sqlite-'));
  return {
    url: `sqlite:${join(directory, 'codegrant.db')}`,
    drop: () => rm(directory, { recursive: true, force: true }),
  };
}

async function createPostgres(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await maintain('create database ??', name);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => maintain('drop database ?? with (force)', name) };
}

async function maintain(statement: string, database: string): Promise<void> {
  const db = openPostgres(inject('postgresUrl'));
  try {
    await db.raw(statement, [database]);
  } finally {
    await db.destroy();
  }
}
