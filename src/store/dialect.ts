import type { Knex } from 'knex';

/** The few statements that cannot be the same text on both databases ask here. */
export function isPostgres(db: Knex): boolean {
  const config: Knex.Config = db.client.config;
  return config.client === 'pg';
}
