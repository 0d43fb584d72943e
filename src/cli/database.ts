import { readDatabaseUrl } from '../config.ts';
import { withoutPassword } from '../config/database-url.ts';
import { openStore, type Store } from '../store/connect.ts';
import { CommandFailure, type Terminal } from './terminal.ts';

export interface DatabaseFlags {
  databaseUrl?: string;
}

export const RUN_MIGRATE = 'The database is not set up for this version. Run: codegrant migrate';

/** Runs a command on the database of the flags and the environment, and closes it whatever happens. */
export async function withStore<T>(
  terminal: Terminal,
  flags: DatabaseFlags,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const url = readDatabaseUrl({ flags, env: terminal.env });
  const store = await openWithoutPassword(url, false);
  try {
    if (!(await store.isReady())) throw new CommandFailure(RUN_MIGRATE);
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Opens the database; what a driver says about it is told without the password. */
export async function openWithoutPassword(databaseUrl: string, migrate: boolean): Promise<Store> {
  try {
    return await openStore(databaseUrl, { migrate });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw Object.assign(new CommandFailure(withoutPassword(message, databaseUrl)), { cause: error });
  }
}
