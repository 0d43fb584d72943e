import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createApp, type World } from '../app.ts';
import type { DialectName } from '../dialects/dialect.ts';
import { enableDialects } from '../dialects/enabled.ts';
import type { Client, User } from '../oauth/ports.ts';
import { createLogger } from '../observability/logger.ts';
import { createMetrics } from '../observability/metrics.ts';
import { passwords } from '../secrets/passwords.ts';
import { secrets } from '../secrets/secrets.ts';
import type { Store } from '../store/connect.ts';
import type { ThrottleLimits } from '../store/throttle.ts';
import { observe } from './contract-observer.ts';
import { databases, type DatabaseKind } from './databases.ts';
import { freshStore } from './fresh-store.ts';
import { aClient, aUser, now as start } from './records.ts';

export const clientSecret = 'cgs_the-secret-of-the-confidential-client';
export const password = 'correct horse battery staple';

/** Four clients and an owner that every test server knows. */
export interface Cast {
  confidential: Client;
  /** Confidential too, with the same secret and another identifier. */
  other: Client;
  public: Client;
  outOfBand: Client;
  owner: User;
}

export interface TestServer {
  readonly url: string;
  readonly issuer: string;
  readonly store: Store;
  readonly cast: Cast;
  /** The server's clock; set back to its start before each test. */
  readonly clock: { now: number };
  /** Every line that the server has logged. */
  readonly log: string[];
  readonly databaseUrl: string;
  /** Another instance on the same database and clock, as a second process would be; closed with the first. */
  another(): Promise<{ url: string }>;
}

export interface TestServerOptions {
  create?: DatabaseKind['create'];
  /** Sign-in attempts within so many seconds; by default more than any test makes. */
  throttle?: ThrottleLimits;
  /** Under an https issuer the cookies are those of a server behind TLS. */
  issuer?: string;
  /** None unless said otherwise. */
  dialects?: readonly DialectName[];
  /** Replaces parts of what the application is given. */
  change?: (world: World) => Partial<World>;
}

const [{ create: sqlite }] = databases as [DatabaseKind];

const defaults = {
  create: sqlite,
  throttle: { attempts: 1000, seconds: 900 },
  issuer: 'http://127.0.0.1',
  dialects: [],
  change: () => ({}),
} satisfies TestServerOptions;

/** For the body of a `describe`: a server on a loopback port whose every answer is held against the contract. */
export function testServer(options: TestServerOptions = {}): TestServer {
  const { create, throttle, issuer, change, dialects } = { ...defaults, ...options };
  const fresh = freshStore(create, { throttle });
  const clock = { now: start };
  const log: string[] = [];
  const servers: Server[] = [];
  const started: { cast?: Cast } = {};
  async function serve(store: Store): Promise<{ url: string }> {
    const world = { ...worldOn(store, issuer, clock), dialects: enableDialects(dialects) };
    const server = await listen(serverOf({ ...world, ...change(world) }, log));
    servers.push(server);
    return { url: urlOf(server) };
  }
  beforeAll(async () => {
    started.cast = await addCast(fresh.store);
    await serve(fresh.store);
  });
  beforeEach(() => void (clock.now = start));
  afterAll(() => Promise.all(servers.map(stop)));
  return {
    clock,
    log,
    issuer,
    another: async () => await serve(await fresh.another()),
    get url() {
      return urlOf(servers[0]);
    },
    get databaseUrl() {
      return fresh.url;
    },
    get store() {
      return fresh.store;
    },
    get cast() {
      return started.cast as Cast;
    },
  };
}

function serverOf(world: World, log: string[]): Server {
  const logger = createLogger('info', { write: (line: string) => void log.push(line) });
  const options = { logger, metrics: createMetrics(), trustProxy: false as const };
  return observe(createServer(createApp(world, options)));
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function urlOf(server: Server | undefined): string {
  return `http://127.0.0.1:${(server?.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const lifetimes = {
  code: 60,
  access_token: 3600,
  refresh_idle: 30 * 86_400,
  refresh_absolute: 90 * 86_400,
  refresh_grace: 10,
  session: 12 * 3600,
};

function worldOn(store: Store, issuer: string, clock: { now: number }): Omit<World, 'dialects'> {
  return { ...store, issuer, lifetimes, now: () => clock.now, secrets, passwords };
}

const scope = 'profile event:read event:write tokens:read tokens:revoke applications:read applications:write';

async function addCast(store: Store): Promise<Cast> {
  const redirect_uris = ['https://app.example/callback'];
  const client_secret_hash = secrets.hash(clientSecret);
  const cast: Cast = {
    confidential: aClient({
      client_id: 'confidential',
      client_name: 'Calendar',
      client_secret_hash,
      redirect_uris,
      scope,
    }),
    other: aClient({ client_id: 'other', client_name: 'Other', client_secret_hash, redirect_uris, scope }),
    public: aClient({
      client_id: 'public',
      client_name: 'Desktop',
      client_secret_hash: null,
      token_endpoint_auth_method: 'none',
      redirect_uris: [
        'http://127.0.0.1/callback',
        'https://app.example/callback?tenant=1',
        'https://app.example/callback',
      ],
      scope,
    }),
    outOfBand: aClient({
      client_id: 'out-of-band',
      client_name: 'Terminal',
      client_secret_hash,
      redirect_uris: ['urn:ietf:wg:oauth:2.0:oob'],
      scope,
    }),
    owner: aUser({ username: 'ada', name: 'Ada Lovelace', password_hash: await passwords.hash(password) }),
  };
  await Promise.all(
    [cast.confidential, cast.other, cast.public, cast.outOfBand].map((client) => store.clients.add(client)),
  );
  await store.users.add(cast.owner);
  return cast;
}
