import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/** The rows of a statement that is given as text, with `?` for each binding: the text is made once, not for each request. */
export async function rowsOf<Row>(db: Knex, text: string, bindings: Knex.RawBinding[]): Promise<Row[]> {
  const answer = (await db.raw(text, bindings)) as Row[] | { rows: Row[] };
  return isPostgres(db) ? (answer as { rows: Row[] }).rows : (answer as Row[]);
}
