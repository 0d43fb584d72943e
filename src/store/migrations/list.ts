import { firstTables } from './0001-first-tables.ts';
import { ownedApplications } from './0002-owned-applications.ts';
import type { StoreMigration } from './migration.ts';

/** In the order they run. A list in code, so that source and build need no file scan to find it. */
export const migrations: readonly StoreMigration[] = [firstTables, ownedApplications];
