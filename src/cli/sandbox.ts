import { scopes } from '../../generated/scopes.ts';
import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { DialectName } from '../dialects/dialect.ts';
import type { Client, Users } from '../oauth/ports.ts';
import { passwords } from '../secrets/passwords.ts';
import { secrets } from '../secrets/secrets.ts';
import type { Store } from '../store/connect.ts';
import { DEMO_CALLBACK, dialectClient } from './sandbox-dialects.ts';
import { CommandFailure } from './terminal.ts';

/** The accounts of the sandbox, in the documentation for everybody to read. */
export const DEMO_USER = { username: 'demo', password: 'demo-password', name: 'Dana Demo' };
export const DEMO_ADMINISTRATOR = { username: 'admin', password: 'admin-password', name: 'Ada Admin' };
export const DEMO_CLIENT = { client_id: 'demo-client', client_secret: 'demo-secret' };
export const DEMO_PUBLIC_CLIENT = { client_id: 'demo-public' };
export const DEMO_LOOPBACK = 'http://127.0.0.1/callback';

/**
 * Adds what of the demonstration accounts is missing. A database with other people's accounts and without the
 * sandbox's is somebody's real one, and gets no user with a published password.
 */
export async function fillSandbox(
  { users, clients }: Store,
  now: number,
  dialects: readonly DialectName[] = [],
): Promise<void> {
  const isNew = (await clients.find(DEMO_CLIENT.client_id)) === undefined;
  const isStrangers = (await users.list()).length > 0 && !(await hasPublishedPassword(users));
  if (isNew && isStrangers) {
    throw new CommandFailure(
      'This database has users of its own, so the sandbox stays out of it. Name another: --database-url sqlite:./codegrant-sandbox.db',
    );
  }
  for (const account of [DEMO_USER, DEMO_ADMINISTRATOR]) await addAccount(users, account, now);
  const clientsOfDialects = dialects.map((name) => ({ ...demoClient(now), ...dialectClient(name) }));
  for (const client of [demoPublicClient(now), demoClient(now), ...clientsOfDialects]) {
    if ((await clients.find(client.client_id)) === undefined) await clients.add(client);
  }
}

async function addAccount(users: Users, account: typeof DEMO_USER, now: number): Promise<void> {
  const { username, name, password } = account;
  if ((await users.findByUsername(username)) !== undefined) return;
  const password_hash = await passwords.hash(password);
  const is_administrator = account === DEMO_ADMINISTRATOR;
  const id = secrets.newId(now);
  await users.add({ id, username, name, password_hash, is_administrator, created_at: now });
}

/** An administrator may delete the demonstration clients or rotate their secrets; the accounts are not for editing. */
async function hasPublishedPassword(users: Users): Promise<boolean> {
  for (const { username, password } of [DEMO_USER, DEMO_ADMINISTRATOR]) {
    const user = await users.findByUsername(username);
    if (user !== undefined && (await passwords.verify(user.password_hash, password))) return true;
  }
  return false;
}

/** A server for real people refuses a database on which anybody can sign in with a published password. */
export async function refuseSandboxDatabase({ clients, users }: Store): Promise<void> {
  const client = await clients.find(DEMO_CLIENT.client_id);
  const hasPublishedSecret = client?.client_secret_hash === secrets.hash(DEMO_CLIENT.client_secret);
  if (!hasPublishedSecret && !(await hasPublishedPassword(users))) return;
  throw new CommandFailure(
    'This database has the sandbox accounts, whose passwords are published. Serve it with --sandbox, or name another with --database-url',
  );
}

function demoClient(now: number): Client {
  return {
    ...demoPublicClient(now),
    client_id: DEMO_CLIENT.client_id,
    client_name: 'Demo client',
    client_secret_hash: secrets.hash(DEMO_CLIENT.client_secret),
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [outOfBandUri, DEMO_CALLBACK],
  };
}

function demoPublicClient(now: number): Client {
  return {
    client_id: DEMO_PUBLIC_CLIENT.client_id,
    client_name: 'Demo app without a secret',
    client_uri: null,
    client_secret_hash: null,
    token_endpoint_auth_method: 'none',
    redirect_uris: [DEMO_LOOPBACK],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: Object.keys(scopes).join(' '),
    registration_access_token_hash: null,
    previous_client_secret: null,
    owner_id: null,
    created_at: now,
  };
}
