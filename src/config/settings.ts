import { parseDatabaseUrl } from './database-url.ts';
import { dialectNames, type DialectName } from '../dialects/dialect.ts';
import { parseDialects } from './dialect.ts';
import { duration } from './duration.ts';
import { parseIssuer } from './issuer.ts';
import { parseHost } from './loopback.ts';
import { oneOf, wholeNumber, type Parsed } from './parsed.ts';
import { parseTrustProxy, type TrustProxy } from './trust-proxy.ts';

/** One setting: where it comes from, what it is when nobody sets it, and how it is explained. */
export interface Setting<T> {
  env: string;
  flag: string;
  /** What the flag takes, as the help shows it. */
  takes: string;
  summary: string;
  parse: (text: string) => Parsed<T>;
  fallback: T;
  /** The fallback as it would be written. */
  written: string;
  example: string;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const DAY = 86_400;
const LONGEST = 3650 * DAY;

type Wording = Omit<Setting<unknown>, 'parse' | 'fallback'>;

function time(min: number, max: number, fallback: number, wording: Omit<Wording, 'takes'>): Setting<number> {
  return { ...wording, takes: '<time>', parse: duration(min, max), fallback };
}

/** Every setting of `codegrant serve`, in the order of its help. A flag wins over the environment. */
export const settings = {
  port: {
    env: 'PORT',
    flag: '--port',
    takes: '<number>',
    summary: 'the port to listen on; 0 takes any free port',
    parse: wholeNumber(0, 65_535),
    fallback: 3000,
    written: '3000',
    example: '8080',
  } satisfies Setting<number>,
  host: {
    env: 'HOST',
    flag: '--host',
    takes: '<address>',
    summary: 'the address to listen on; 0.0.0.0 is every IPv4 address of this machine',
    parse: parseHost,
    fallback: '127.0.0.1',
    written: '127.0.0.1',
    example: '0.0.0.0',
  } satisfies Setting<string>,
  issuer: {
    env: 'ISSUER',
    flag: '--issuer',
    takes: '<origin>',
    summary:
      'the origin under which clients and browsers reach the server; required unless the host is loopback',
    parse: parseIssuer,
    fallback: null,
    written: 'http://HOST:PORT',
    example: 'https://id.example.com',
  } as Setting<string | null>,
  databaseUrl: {
    env: 'DATABASE_URL',
    flag: '--database-url',
    takes: '<url>',
    summary: 'where the data are: sqlite:PATH, or postgres://…',
    parse: parseDatabaseUrl,
    fallback: 'sqlite:./codegrant.db',
    written: 'sqlite:./codegrant.db',
    example: 'postgres://codegrant@db.internal/codegrant',
  } satisfies Setting<string>,
  codeLifetime: time(1, 60, 60, {
    env: 'CODE_LIFETIME',
    flag: '--code-lifetime',
    summary: 'how long an authorization code can be exchanged; 60 seconds at most',
    written: '60s',
    example: '30s',
  }),
  accessTokenLifetime: time(1, 30 * DAY, 3600, {
    env: 'ACCESS_TOKEN_LIFETIME',
    flag: '--access-token-lifetime',
    summary: 'how long an access token opens anything',
    written: '1h',
    example: '15m',
  }),
  refreshIdleLifetime: time(1, LONGEST, 30 * DAY, {
    env: 'REFRESH_IDLE_LIFETIME',
    flag: '--refresh-idle-lifetime',
    summary: 'a refresh token that is not used for so long ends',
    written: '30d',
    example: '7d',
  }),
  refreshAbsoluteLifetime: time(1, LONGEST, 90 * DAY, {
    env: 'REFRESH_ABSOLUTE_LIFETIME',
    flag: '--refresh-absolute-lifetime',
    summary: 'refresh tokens end so long after the code was exchanged, used or not',
    written: '90d',
    example: '180d',
  }),
  refreshGrace: time(0, 60, 10, {
    env: 'REFRESH_GRACE',
    flag: '--refresh-grace',
    summary: 'how long a replaced refresh token may be sent again by a client whose answer was lost',
    written: '10s',
    example: '0',
  }),
  sessionLifetime: time(1, 365 * DAY, DAY / 2, {
    env: 'SESSION_LIFETIME',
    flag: '--session-lifetime',
    summary: 'how long a browser stays signed in',
    written: '12h',
    example: '8h',
  }),
  trustProxy: {
    env: 'TRUST_PROXY',
    flag: '--trust-proxy',
    takes: '<whom>',
    summary:
      'whose X-Forwarded headers count: none, a number of proxies, loopback, or addresses and CIDR ranges',
    parse: parseTrustProxy,
    fallback: false,
    written: 'none',
    example: '10.0.0.0/8,192.0.2.7',
  } as Setting<TrustProxy>,
  dialect: {
    env: 'DIALECT',
    flag: '--dialect',
    takes: '<names>',
    summary: `other systems whose clients are served as well: ${dialectNames.join(', ')}`,
    parse: parseDialects,
    fallback: [],
    written: 'none',
    example: 'gancio,ghost',
  } as Setting<readonly DialectName[]>,
  logLevel: {
    env: 'LOG_LEVEL',
    flag: '--log-level',
    takes: '<level>',
    summary: `how much is logged: ${LOG_LEVELS.join(', ')}`,
    parse: oneOf(LOG_LEVELS),
    fallback: 'info',
    written: 'info',
    example: 'debug',
  } as Setting<LogLevel>,
  sweepInterval: time(1, DAY, 60, {
    env: 'SWEEP_INTERVAL',
    flag: '--sweep-interval',
    summary: 'how often expired rows are deleted',
    written: '60s',
    example: '5m',
  }),
};

export type SettingName = keyof typeof settings;
