function nothing(): void {}

/** Every failure that Knex would print rejects a promise too; standard output belongs to the program's own log. */
export const silent = {
  enableColors: false,
  warn: nothing,
  error: nothing,
  debug: nothing,
  deprecate: nothing,
};
