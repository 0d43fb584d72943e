import type { DialectName } from './dialects/dialect.ts';
import type { Lifetimes } from './handlers/deps.ts';
import { inWords } from './config/duration.ts';
import { isSqlite } from './config/database-url.ts';
import { httpOrigin, isLoopback } from './config/loopback.ts';
import { Reader, type Sources } from './config/reader.ts';
import type { LogLevel } from './config/settings.ts';
import type { TrustProxy } from './config/trust-proxy.ts';

/** What `codegrant serve` runs with, every value checked. Times are in seconds. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  /** `null`: the origin of the address that the server listens on, known once it listens. */
  issuer: string | null;
  databaseUrl: string;
  lifetimes: Lifetimes;
  trustProxy: TrustProxy;
  dialects: readonly DialectName[];
  logLevel: LogLevel;
  sweepInterval: number;
}

export const SANDBOX_DATABASE_URL = 'sqlite:./codegrant-sandbox.db';

/**
 * The configuration of the server, from flags and environment.
 *
 * @throws ConfigRefusal that lists every mistake
 */
export function readConfig(sources: Sources, mode: { sandbox: boolean } = { sandbox: false }): Config {
  const reader = new Reader(sources);
  const config: Config = {
    host: reader.read('host'),
    port: reader.read('port'),
    issuer: reader.read('issuer'),
    databaseUrl: reader.read('databaseUrl', mode.sandbox ? SANDBOX_DATABASE_URL : undefined),
    lifetimes: {
      code: reader.read('codeLifetime'),
      access_token: reader.read('accessTokenLifetime'),
      refresh_idle: reader.read('refreshIdleLifetime'),
      refresh_absolute: reader.read('refreshAbsoluteLifetime'),
      refresh_grace: reader.read('refreshGrace'),
      session: reader.read('sessionLifetime'),
    },
    trustProxy: reader.read('trustProxy'),
    dialects: reader.read('dialect'),
    logLevel: reader.read('logLevel', mode.sandbox ? 'warn' : undefined),
    sweepInterval: reader.read('sweepInterval'),
  };
  if (mode.sandbox) refuseSandboxInPublic(reader, config);
  else requireIssuerInPublic(reader, config);
  requireIdleWithinAbsolute(reader, config.lifetimes);
  reader.refuseMistakes();
  return config;
}

/**
 * The one setting of the commands that only use the database.
 *
 * @throws ConfigRefusal
 */
export function readDatabaseUrl(sources: Sources): string {
  const reader = new Reader(sources);
  const databaseUrl = reader.read('databaseUrl');
  reader.refuseMistakes();
  return databaseUrl;
}

/** The issuer identifier of a server that listens on `port`. */
export function issuerOf(config: Config, port: number): string {
  return config.issuer ?? httpOrigin(config.host, port);
}

function requireIssuerInPublic(reader: Reader, { host, issuer }: Config): void {
  if (!reader.isSound('host', 'issuer') || isLoopback(host) || issuer !== null) return;
  reader.refuse('issuer', `the origin that clients use, since the host ${host} does not tell it`);
}

/** Its passwords are in the documentation, so nobody else may reach it, not even through a tunnel or a proxy. */
function refuseSandboxInPublic(reader: Reader, { host, issuer, databaseUrl, trustProxy }: Config): void {
  const why = 'The sandbox has published passwords and serves this machine only';
  if (reader.isSound('host') && !isLoopback(host)) {
    reader.refuse('host', `127.0.0.1, ::1 or localhost. ${why}`, '127.0.0.1');
  }
  if (reader.isSound('issuer') && issuer !== null && !isLoopback(new URL(issuer).hostname)) {
    reader.refuse('issuer', `a loopback origin, or nothing. ${why}`, 'http://127.0.0.1:3000');
  }
  if (reader.isSound('trustProxy') && trustProxy !== false) {
    reader.refuse('trustProxy', `none. ${why}`, 'none');
  }
  if (reader.isSound('databaseUrl') && !isSqlite(databaseUrl)) {
    reader.refuse(
      'databaseUrl',
      'a SQLite file of its own, or nothing. The sandbox adds accounts with published passwords',
      SANDBOX_DATABASE_URL,
    );
  }
}

function requireIdleWithinAbsolute(reader: Reader, lifetimes: Lifetimes): void {
  const { refresh_idle: idle, refresh_absolute: absolute } = lifetimes;
  if (!reader.isSound('refreshIdleLifetime', 'refreshAbsoluteLifetime') || absolute >= idle) return;
  const [wrong, expected, example] = reader.isGiven('refreshAbsoluteLifetime')
    ? ([
        'refreshAbsoluteLifetime',
        `at least REFRESH_IDLE_LIFETIME, which is ${inWords(idle)}`,
        inWords(idle),
      ] as const)
    : ([
        'refreshIdleLifetime',
        `at most REFRESH_ABSOLUTE_LIFETIME, which is ${inWords(absolute)}`,
        inWords(absolute),
      ] as const);
  reader.refuse(wrong, expected, example);
}
