import knex, { type Knex } from 'knex';
import { silent } from './knex-log.ts';

const bool = 16;
const int8 = 20;
const int2 = 21;
const int4 = 23;

/** `bigint` holds seconds and milliseconds here, far below 2^53, so it may come back as a number. */
function getTypeParser(oid: number): (text: string) => string | number | boolean {
  switch (oid) {
    case int8:
    case int4:
    case int2:
      return Number;
    case bool:
      return (text) => text === 't';
    default:
      return String;
  }
}

/** A pool of at most ten connections that grows from none, so that a database away at night is found again. */
export function openPostgres(url: string): Knex {
  return knex({
    // An error's message would hold the values of the statement otherwise.
    compileSqlOnError: false,
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'codegrant',
      connectionTimeoutMillis: 5_000,
      statement_timeout: 10_000,
      keepAlive: true,
      types: { getTypeParser },
    },
    acquireConnectionTimeout: 15_000,
    log: silent,
    pool: { min: 0, max: 10 },
  });
}
