import { parseDatabaseUrl } from '../store/database-url.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';

/** Every row of every table, as text, for what must not be in any of them. */
export async function dumpDatabase(databaseUrl: string): Promise<string> {
  const location = parseDatabaseUrl(databaseUrl);
  const db = location.kind === 'sqlite' ? openSqlite(location.filename) : openPostgres(location.url);
  const tables =
    location.kind === 'sqlite'
      ? db('sqlite_master').where({ type: 'table' }).pluck<string[]>('name')
      : db('information_schema.tables').where({ table_schema: 'public' }).pluck<string[]>('table_name');
  try {
    const rows: unknown[] = [];
    for (const table of await tables) rows.push(table, await db<object>(table).select());
    return JSON.stringify(rows);
  } finally {
    await db.destroy();
  }
}
