import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createApp, type World } from '../app.ts';
import type { Client, User } from '../oauth/ports.ts';
import { createLogger } from '../observability/logger.ts';
import { createMetrics } from '../observability/metrics.ts';
import { passwords } from '../secrets/passwords.ts';
import { secrets } from '../secrets/secrets.ts';
import type { Store } from '../store/connect.ts';
import { observe } from './contract-observer.ts';
import { databases, type DatabaseKind } from './databases.ts';
import { freshStore } from './fresh-store.ts';
import { aClient, aUser, now as start } from './records.ts';

export const clientSecret = 'cgs_the-secret-of-the-confidential-client';
export const password = 'correct horse battery staple';
const issuer = 'http://127.0.0.1';

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
}

export interface TestServerOptions {
  create?: DatabaseKind['create'];
  /** Replaces parts of what the application is given. */
  change?: (world: World) => Partial<World>;
}

/** For the body of a `describe`: a server on a loopback port whose every answer is held against the contract. */
export function testServer({ create = sqlite, change = () => ({}) }: TestServerOptions = {}): TestServer {
  const fresh = freshStore(create, { throttle: { attempts: 1000, seconds: 900 } });
  const clock = { now: start };
  const log: string[] = [];
  const started: { server?: Server; cast?: Cast } = {};
  beforeAll(async () => {
    const { store } = fresh;
    started.cast = await addCast(store);
    const world = worldOn(store, clock);
    const logger = createLogger('info', { write: (line: string) => void log.push(line) });
    const options = { logger, metrics: createMetrics(), trustProxy: false as const };
    started.server = observe(createServer(createApp({ ...world, ...change(world) }, options)));
    await new Promise<void>((resolve) => started.server?.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    clock.now = start;
  });
  afterAll(async () => {
    started.server?.closeAllConnections();
    await new Promise((resolve) => started.server?.close(resolve));
  });
  return {
    clock,
    log,
    issuer,
    get url() {
      return `http://127.0.0.1:${(started.server?.address() as AddressInfo).port}`;
    },
    get store() {
      return fresh.store;
    },
    get cast() {
      return started.cast as Cast;
    },
  };
}

const [{ create: sqlite }] = databases as [DatabaseKind];

const lifetimes = {
  code: 60,
  access_token: 3600,
  refresh_idle: 30 * 86_400,
  refresh_absolute: 90 * 86_400,
  refresh_grace: 10,
  session: 12 * 3600,
};

function worldOn(store: Store, clock: { now: number }): World {
  return { ...store, issuer, lifetimes, now: () => clock.now, secrets, passwords };
}

async function addCast(store: Store): Promise<Cast> {
  const scope = 'profile event:read event:write tokens:read tokens:revoke';
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
      redirect_uris: ['http://127.0.0.1/callback', 'https://app.example/callback?tenant=1'],
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
