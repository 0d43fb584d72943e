import type { Knex } from 'knex';
import type { Clients, Events, Grants, Seconds, Sessions, Throttle, Users } from '../oauth/ports.ts';
import { storeClients } from './clients.ts';
import { parseDatabaseUrl, type DatabaseLocation } from './database-url.ts';
import { storeEvents } from './events.ts';
import { storeGrants } from './grants.ts';
import { hasEveryMigration, migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { storeSessions } from './sessions.ts';
import { openSqlite, openSqliteReaders } from './sqlite.ts';
import { sweep, type Swept } from './sweep.ts';
import { defaultLimits, storeThrottle, type ThrottleLimits } from './throttle.ts';
import { UnusableDatabase } from './unusable-database.ts';
import { storeUsers } from './users.ts';

export interface StoreOptions {
  /** Bring the schema up to date while opening; true where not given. */
  migrate?: boolean;
  throttle?: ThrottleLimits;
}

export interface Store {
  clients: Clients;
  grants: Grants;
  users: Users;
  sessions: Sessions;
  events: Events;
  throttle: Throttle;
  /** Whether the database answers within two seconds and every migration has run. Never rejects. */
  isReady(): Promise<boolean>;
  /** Deletes one batch of what expired at `now`. */
  sweep(now: Seconds, limit?: number): Promise<Swept>;
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database that DATABASE_URL names, or rejects with `UnusableDatabase`. */
export async function openStore(databaseUrl: string, options: StoreOptions = {}): Promise<Store> {
  const location = parseDatabaseUrl(databaseUrl);
  const db = location.kind === 'sqlite' ? openSqlite(location.filename) : openPostgres(location.url);
  try {
    await db.raw('select 1');
    if (options.migrate ?? true) await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error instanceof UnusableDatabase ? error : unusable(location, error);
  }
  const reads = (location.kind === 'sqlite' ? openSqliteReaders(location.filename) : null) ?? db;
  return storeOn(db, reads, options.throttle ?? defaultLimits);
}

function storeOn(db: Knex, reads: Knex, limits: ThrottleLimits): Store {
  return {
    clients: storeClients(db, reads),
    grants: storeGrants(db, reads),
    users: storeUsers(db, reads),
    sessions: storeSessions(db, reads),
    events: storeEvents(db),
    throttle: storeThrottle(db, limits),
    isReady: () => hasEveryMigration(db).catch(() => false),
    sweep: (now, limit) => sweep(db, now, limit),
    migrate: () => migrate(db),
    close: async () => void (await Promise.all([...new Set([db, reads])].map((each) => each.destroy()))),
  };
}

/** Names the place without the password. A refused connection to several addresses has a code but no message. */
function unusable(location: DatabaseLocation, error: unknown): UnusableDatabase {
  const place = location.kind === 'sqlite' ? location.filename : new URL(location.url).host;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = (error instanceof Error && error.message) || code || String(error);
  return new UnusableDatabase(`The database at ${place} cannot be used: ${reason}`, { cause: error });
}
