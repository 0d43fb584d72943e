import type { Knex } from 'knex';
import type { Seconds } from '../oauth/ports.ts';
import { isPostgres } from './dialect.ts';

/** How many rows of each table one batch deleted. */
export interface Swept {
  grants: number;
  sessions: number;
  throttle: number;
}

export const batchSize = 500;

/** Deletes at most `limit` expired rows of each table, the longest expired first, in one short statement each. */
export async function sweep(db: Knex, now: Seconds, limit: number = batchSize): Promise<Swept> {
  return {
    grants: await deleteExpired(db, { table: 'grants', key: 'id', end: 'expires_at', until: now, limit }),
    sessions: await deleteExpired(db, {
      table: 'sessions',
      key: 'id_hash',
      end: 'expires_at',
      until: now,
      limit,
    }),
    throttle: await deleteExpired(db, {
      table: 'throttle',
      key: 'key',
      end: 'expire',
      until: now * 1000,
      limit,
    }),
  };
}

interface Batch {
  table: string;
  key: string;
  end: string;
  until: number;
  limit: number;
}

/**
 * On PostgreSQL several processes sweep at once: each takes rows that no other holds, and a row renewed in the
 * meantime is looked at again. The array makes the planner choose the rows once, not once per candidate.
 */
async function deleteExpired(db: Knex, { table, key, end, until, limit }: Batch): Promise<number> {
  const expired = db(table).select(key).where(end, '<=', until).orderBy(end).limit(limit);
  if (!isPostgres(db)) return db(table).whereIn(key, expired).del();
  const free = expired.forUpdate().skipLocked();
  return db(table).whereRaw('?? = any(array(?))', [key, free]).del();
}
