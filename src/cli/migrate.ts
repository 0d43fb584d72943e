import type { Command } from 'commander';
import { readDatabaseUrl } from '../config.ts';
import { showDatabaseUrl } from '../config/database-url.ts';
import { openWithoutPassword, type DatabaseFlags } from './database.ts';
import { databaseOption } from './setting-option.ts';
import { printLine, type Terminal } from './terminal.ts';

export function addMigrateCommand(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description('bring the database up to date; may be repeated, and run beside other processes')
    .addOption(databaseOption())
    .addHelpText('after', EXAMPLES)
    .action((flags: DatabaseFlags) => migrate(terminal, flags));
}

const EXAMPLES = `
Examples:
  codegrant migrate
  DATABASE_URL=postgres://codegrant@db.internal/codegrant codegrant migrate`;

async function migrate(terminal: Terminal, flags: DatabaseFlags): Promise<void> {
  const databaseUrl = readDatabaseUrl({ flags, env: terminal.env });
  const store = await openWithoutPassword(databaseUrl, true);
  await store.close();
  printLine(terminal, `${showDatabaseUrl(databaseUrl)} is up to date.`);
}
