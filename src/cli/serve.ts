import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import { isSqlite, showDatabaseUrl } from '../config/database-url.ts';
import { settings, type SettingName } from '../config/settings.ts';
import { createLogger, logTo } from '../observability/logger.ts';
import type { Store } from '../store/connect.ts';
import { RUN_MIGRATE } from './database.ts';
import { fillSandbox, refuseSandboxDatabase } from './sandbox.ts';
import { sandboxGuide } from './sandbox-guide.ts';
import { settingOption } from './setting-option.ts';
import { untilStopped } from './signals.ts';
import { CommandFailure, printLine, type Terminal } from './terminal.ts';

type ServeFlags = Partial<Record<SettingName, string>> & { sandbox?: boolean; migrate?: boolean };

export function addServeCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('serve')
    .description('run the server until it is told to stop')
    .option('--sandbox', 'with accounts for trying it out, on this machine only, in a database of its own')
    .option('--migrate', 'bring a PostgreSQL database up to date first; SQLite always is');
  for (const setting of Object.values(settings)) command.addOption(settingOption(setting));
  command.addHelpText('after', EXAMPLES).action((flags: ServeFlags) => runServer(terminal, flags));
}

const EXAMPLES = `
A flag wins over its environment variable; an empty variable counts as none. Times are 60, 60s, 15m, 12h or 30d.
With --sandbox the database is sqlite:./codegrant-sandbox.db and the log level is warn where they are not set.

Examples:
  codegrant serve --sandbox
  codegrant serve --sandbox --port 8080
  codegrant serve --sandbox --dialect ghost,gitshare
  codegrant serve --host 0.0.0.0 --issuer https://id.example.com --trust-proxy 1
  DATABASE_URL=postgres://codegrant@db.internal/codegrant codegrant serve --migrate`;

async function runServer(
  terminal: Terminal,
  { sandbox = false, migrate = false, ...flags }: ServeFlags,
): Promise<void> {
  const config = readConfig({ flags, env: terminal.env }, { sandbox });
  // The heap is collected when it has grown by so much; V8 itself would let it grow to four times what is in use.
  setFlagsFromString('--heap-growing-percent=60');
  // The guide of the sandbox has standard output to itself.
  const logger = createLogger(config.logLevel, logTo(sandbox ? terminal.stderr : terminal.stdout));
  const { now } = terminal;
  // Loaded here, so that the other commands start without a web server.
  const { serve } = await import('../main.ts');
  const prepare = async (store: Store): Promise<void> => {
    if (!(await store.isReady())) throw new CommandFailure(`${RUN_MIGRATE}, or serve with --migrate`);
    await (sandbox ? fillSandbox(store, now(), config.dialects) : refuseSandboxDatabase(store));
  };
  const server = await serve(config, {
    logger,
    now,
    migrate: migrate || isSqlite(config.databaseUrl),
    prepare,
  });
  const database = showDatabaseUrl(config.databaseUrl);
  const { host, dialects } = config;
  logger.info({ issuer: server.issuer, host, port: server.port, database, dialects }, 'listening');
  if (sandbox) printLine(terminal, guide(config, server.issuer, database));
  const signal = await untilStopped();
  logger.info({ signal }, 'stopping');
  await server.close();
  logger.info('stopped');
}

function guide({ lifetimes, dialects }: Config, issuer: string, database: string): string {
  const state = randomBytes(6).toString('hex');
  return sandboxGuide({
    issuer,
    database: database.replace('sqlite:', ''),
    codeLifetime: lifetimes.code,
    dialects,
    state,
  });
}
