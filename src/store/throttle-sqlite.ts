import type { Knex } from 'knex';

type Done = (this: { changes: number }, error: unknown, row?: unknown) => void;

/**
 * What rate-limiter-flexible needs of a `sqlite3` database, answered through Knex. Its own Knex mode gives the
 * connection back before its savepoint is released, so that another request's committed-looking write could end
 * inside that savepoint. Its count is one statement and atomic as it is: the savepoint is left out, and Knex's
 * pool of one keeps the statements of different requests apart.
 */
export function singleStatements(db: Knex) {
  const ask = (sql: string, values: Knex.RawBinding[], done: Done) => {
    db.raw<unknown[]>(sql, values).then(
      (rows) => done.call({ changes: 0 }, null, rows[0]),
      (error: unknown) => done.call({ changes: 0 }, error),
    );
  };
  return {
    serialize: (work: () => void) => work(),
    get: ask,
    run(sql: string, ...rest: [Done] | [Knex.RawBinding[], Done]) {
      if (rest.length === 2) ask(sql, rest[0], rest[1]);
      else if (isSavepoint(sql)) rest[0].call({ changes: 0 }, null);
      else ask(sql, [], rest[0]);
    },
  };
}

function isSavepoint(sql: string): boolean {
  return /^(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT) /.test(sql);
}
