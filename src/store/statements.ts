type Done = (this: Statement, error: Error | null, rows?: unknown) => void;

interface Statement {
  all(bindings: readonly unknown[], done: Done): void;
  run(bindings: readonly unknown[], done: Done): void;
  finalize(): void;
}

/** What of a connection of `sqlite3` is needed here. */
export interface SqliteConnection {
  all(sql: string, bindings: readonly unknown[], done: Done): void;
  run(sql: string, bindings: readonly unknown[], done: Done): void;
  prepare(sql: string, done: (error: Error | null) => void): Statement;
  close(done: (error: Error | null) => void): void;
}

/** More than this server has; what is over it is a text that was put together for one request. */
const limit = 200;

/**
 * Has a connection compile each text once and not for every request, which takes longer than most of our statements
 * do. A statement that failed is not used again: until it is finalised it may hold the transaction open.
 */
export function keepStatements(connection: SqliteConnection): void {
  const kept = new Map<string, Statement>();
  const drop = (sql: string, statement: Statement): void => {
    if (kept.get(sql) === statement) kept.delete(sql);
    statement.finalize();
  };
  const statementFor = (sql: string, done: Done): Statement => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql, (error) => {
      if (error === null) return;
      // Where there is no statement, nobody else tells of the failure.
      kept.delete(sql);
      done.call(statement, error);
    });
    kept.set(sql, statement);
    for (const [oldest, unused] of kept) if (kept.size > limit) drop(oldest, unused);
    return statement;
  };
  const perform = (method: 'all' | 'run') => (sql: string, bindings: readonly unknown[], done: Done) => {
    const statement = statementFor(sql, done);
    statement[method](bindings, function (error, rows) {
      if (error !== null) drop(sql, statement);
      done.call(this, error, rows);
    });
  };
  const close = connection.close.bind(connection);
  Object.assign(connection, {
    all: perform('all'),
    run: perform('run'),
    close: (done: (error: Error | null) => void) => {
      for (const [sql, statement] of kept) drop(sql, statement);
      close(done);
    },
  });
}
