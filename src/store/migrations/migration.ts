import type { Knex } from 'knex';

/** One step of the schema, forwards only: the way back is a restored backup. */
export interface StoreMigration {
  /** Sorts after all earlier names and never changes once released. */
  name: string;
  up(db: Knex): Promise<void>;
}
