import knex, { type Knex } from 'knex';

interface Connection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/** Knex on a SQLite file, as durable as this project's: a log ahead of the database, synced at every commit. */
export function openSqliteFile(filename: string): Knex {
  return knex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (connection: Connection, done: (error: Error | null) => void) =>
        connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;', done),
    },
  });
}
