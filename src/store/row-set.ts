import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

type ColumnType = 'text' | 'bigint' | 'integer' | 'boolean';

/** Rows that are handed to a statement, as many as there are, in a text that is always the same. */
export interface RowSet<Row> {
  /** A table expression named `given`, with one placeholder for each of the bindings. */
  sql: string;
  bindings(rows: readonly Row[]): Knex.RawBinding[];
}

/**
 * SQLite takes one JSON text, PostgreSQL an array for each column, whose length its planner can see: it then looks the rows up
 * by their index.
 */
export function rowSet<Row extends { id: string }>(
  db: Knex,
  columns: { readonly [Name in keyof Row & string]: ColumnType },
): RowSet<Row> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  if (isPostgres(db)) {
    const arrays = names.map((name) => `?::${columns[name]}[]`);
    return {
      sql: `unnest(${arrays.join(', ')}) as given (${names.join(', ')})`,
      bindings(rows) {
        // Each locks its rows in one order, so that two processes do not wait for each other.
        const ordered = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
        return names.map((name) => ordered.map((row) => row[name])) as Knex.RawBinding[];
      },
    };
  }
  const members = names.map((name, index) => `value ->> ${index} as ${name}`);
  return {
    sql: `(select ${members.join(', ')} from json_each(?)) as given`,
    bindings: (rows) => [JSON.stringify(rows.map((row) => names.map((name) => row[name])))],
  };
}

/** A condition that a column is one of the keys, which are bound by `bindings`. */
export function isOneOf(db: Knex, column: string): RowSet<string> {
  if (isPostgres(db)) return { sql: `${column} = any(?)`, bindings: (keys) => [keys as unknown as string] };
  return { sql: `${column} in (select value from json_each(?))`, bindings: (keys) => [JSON.stringify(keys)] };
}
