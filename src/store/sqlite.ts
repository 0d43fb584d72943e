import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import knex, { type Knex } from 'knex';
import { silent } from './knex-log.ts';
import { keepStatements, type SqliteConnection } from './statements.ts';
import { UnusableDatabase } from './unusable-database.ts';

/**
 * WAL lets other processes read while one writes. FULL syncs the log at every commit: with NORMAL an answered
 * request could be undone by a power cut, and a redeemed code would come back to life.
 */
const pragmas = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA foreign_keys = ON;`;

const readerPragmas = `
  PRAGMA busy_timeout = 5000;
  PRAGMA query_only = ON;`;

/** As many as there are threads for them beside the writer's (libuv has four). */
const readers = 3;

/** As long as a write waits for its turn, in milliseconds. */
const patience = 5000;

interface Connection extends SqliteConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/** One file, one connection: SQLite has one writer, and a queue in memory is fairer than one of busy locks. */
export function openSqlite(filename: string): Knex {
  if (filename !== ':memory:') createPrivateFile(filename);
  return open(filename, 1, pragmas);
}

/**
 * Connections that only look things up, beside the writer's: a look-up waits neither for a commit nor for another one, and
 * sees every commit that was awaited before. Null for a database in memory, which no other connection can see.
 */
export function openSqliteReaders(filename: string): Knex | null {
  return filename === ':memory:' ? null : open(filename, readers, readerPragmas);
}

function open(filename: string, connections: number, settings: string): Knex {
  return knex({
    // An error's message would hold the values of the statement otherwise.
    compileSqlOnError: false,
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    acquireConnectionTimeout: 15_000,
    log: silent,
    pool: {
      min: 1,
      max: connections,
      afterCreate: (connection: Connection, done: (error: Error | null) => void) => {
        keepStatements(connection);
        configure(connection, settings, Date.now() + patience, done);
      },
    },
  });
}

/**
 * Turning the log on takes the whole file, for which SQLite does not wait as it does for a write: processes that start
 * together on a new file ask again until it is theirs.
 */
function configure(
  connection: Connection,
  settings: string,
  until: number,
  done: (error: Error | null) => void,
): void {
  connection.exec(settings, (error) => {
    const isTaken = error !== null && 'code' in error && error.code === 'SQLITE_BUSY';
    if (isTaken && Date.now() < until) setTimeout(configure, 20, connection, settings, until, done);
    else done(error);
  });
}

/** SQLite would create the file readable for all; its log files take their mode from the file. */
function createPrivateFile(filename: string): void {
  try {
    closeSync(openSync(filename, 'a+', 0o600));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UnusableDatabase(`The SQLite file ${resolve(filename)} cannot be opened: ${sentence(code)}`, {
      cause: error,
    });
  }
}

function sentence(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'its directory does not exist';
    case 'EISDIR':
      return 'it is a directory';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it may not be read and written';
    default:
      return code || 'unknown reason';
  }
}
