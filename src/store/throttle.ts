import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { RateLimiterPostgres, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import type { Throttle } from '../oauth/ports.ts';
import { isPostgres } from './dialect.ts';
import { singleStatements } from './throttle-sqlite.ts';

export interface ThrottleLimits {
  attempts: number;
  /** The window begins with a key's first attempt. */
  seconds: number;
}

export const defaultLimits: ThrottleLimits = { attempts: 10, seconds: 15 * 60 };

/** The library reads the machine's clock by itself; the sweep removes what it leaves behind. */
export function storeThrottle(db: Knex, { attempts, seconds }: ThrottleLimits): Throttle {
  const settings = {
    tableName: 'throttle',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: '',
    points: attempts,
    duration: seconds,
  };
  const limiter = isPostgres(db)
    ? new RateLimiterPostgres({ ...settings, storeClient: db, storeType: 'knex' })
    : new RateLimiterSQLite({ ...settings, storeClient: singleStatements(db) });
  return {
    async hit(key) {
      try {
        await limiter.consume(hashOf(key));
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return secondsUntilNext(refusal);
      }
    },
    /** What a hit would answer now: with the last attempt used up there is a wait already. */
    async wait(key) {
      const used = await limiter.get(hashOf(key));
      return used !== null && used.consumedPoints >= attempts ? secondsUntilNext(used) : 0;
    },
    async reset(key) {
      await limiter.delete(hashOf(key));
    },
  };
}

/** Rounded up, so that who waits as long as told is let in. */
function secondsUntilNext({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** Keys hold user names and addresses, which the table need not show. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
