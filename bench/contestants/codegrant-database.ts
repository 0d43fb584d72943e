import knex, { type Knex } from 'knex';
import type { Client } from '../../src/oauth/ports.ts';
import { composeCode } from '../../src/oauth/token-format.ts';
import { secrets } from '../../src/secrets/secrets.ts';
import { openStore } from '../../src/store/connect.ts';
import { challenge, client, owner } from './client.ts';

/** A database of Codegrant, written to from beside the server. */
export interface CodegrantDatabase {
  db: Knex;
  /** Rows in one transaction: a commit for each would take longer than what is measured. */
  mintCodes(count: number, clientIds?: readonly string[]): Promise<string[]>;
  /** Cookies of that many signed-in browsers. */
  signIn(count: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Makes the schema by the product's own migrations, and registers the owner and the clients. */
export async function createCodegrantDatabase(
  url: string,
  clientIds: readonly string[] = [client.id],
): Promise<CodegrantDatabase> {
  const store = await openStore(url);
  const created_at = clock();
  await store.users.add({
    id: owner.id,
    username: 'ada',
    name: owner.name,
    password_hash: '',
    is_administrator: false,
    created_at,
  });
  for (const id of clientIds) await store.clients.add(registeredClient(id, created_at));
  await store.close();
  return openCodegrantDatabase(url);
}

function openCodegrantDatabase(url: string): CodegrantDatabase {
  const db = url.startsWith('sqlite:')
    ? knex({
        client: 'sqlite3',
        connection: { filename: url.slice('sqlite:'.length) },
        useNullAsDefault: true,
      })
    : knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  return {
    db,
    mintCodes: (count, clientIds = [client.id]) => mintCodes(db, count, clientIds),
    signIn: (count) => signIn(db, count),
    close: () => db.destroy(),
  };
}

export function registeredClient(client_id: string, created_at: number): Client {
  return {
    client_id,
    client_name: 'A client of the bench',
    client_uri: null,
    client_secret_hash: secrets.hash(client.secret),
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [client.redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: client.scope,
    registration_access_token_hash: null,
    previous_client_secret: null,
    owner_id: null,
    created_at,
  };
}

async function mintCodes(db: Knex, count: number, clientIds: readonly string[]): Promise<string[]> {
  const now = clock();
  const codes: string[] = [];
  const rows = Array.from({ length: count }, (_, index) => {
    const id = secrets.newId(now);
    const code = composeCode(id, secrets.newSecret());
    codes.push(code);
    return {
      id,
      client_id: clientIds[index % clientIds.length] ?? client.id,
      user_id: owner.id,
      scope: client.scope,
      redirect_uri: client.redirectUri,
      redirect_uri_sent: true,
      code_hash: secrets.hash(code),
      code_challenge: challenge,
      code_expires_at: now + 60,
      created_at: now,
      expires_at: now + 60,
    };
  });
  await db.batchInsert('grants', rows, 500);
  return codes;
}

async function signIn(db: Knex, count: number): Promise<string[]> {
  const now = clock();
  const browsers = Array.from({ length: count }, () => secrets.newSecret());
  const rows = browsers.map((browser) => {
    return {
      id_hash: secrets.hash(browser),
      user_id: owner.id,
      created_at: now,
      expires_at: now + 43_200,
    };
  });
  await db.batchInsert('sessions', rows, 500);
  return browsers.map((browser) => `codegrant_session=${browser}`);
}

function clock(): number {
  return Math.floor(Date.now() / 1000);
}
