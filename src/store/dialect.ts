import type { Knex } from 'knex';

/** The few statements that cannot be the same text on both databases ask here. */
export function isPostgres(db: Knex): boolean {
  const { config } = db.client as { config: Knex.Config };
  return config.client === 'pg';
}
