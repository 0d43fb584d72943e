import type { Knex } from 'knex';
import type { Client, Clients, OwnedClient, RegisteredMetadata } from '../oauth/ports.ts';
import { despiteDeadlock } from './deadlock.ts';
import { isOneOf } from './row-set.ts';
import { rowsOf } from './rows-of.ts';
import { coalesceLookups } from './coalesce.ts';

/** Lists are JSON in a text column, the same on both databases. */
type ClientRow = Omit<Client, 'redirect_uris' | 'grant_types' | 'previous_client_secret'> & {
  redirect_uris: string;
  grant_types: string;
  previous_client_secret_hash: string | null;
  previous_client_secret_expires_at: number | null;
};

/** What is looked up for each request is looked up in `reads`. */
export function storeClients(db: Knex, reads = db): Clients {
  const clients = () => db<ClientRow>('clients');
  return {
    async add(client) {
      await clients().insert(newRow(client));
    },
    find: coalesceLookups(findClients(reads), ({ client_id }) => client_id),
    async list() {
      const rows = await clients().orderBy(['created_at', 'client_id']);
      return rows.map(fromRow);
    },
    listOwned: (owner_id, page) => listOwned(db, owner_id, page),
    async update(client_id, metadata) {
      return (await clients().where({ client_id }).update(metadataColumns(metadata))) === 1;
    },
    async rotateSecret(client_id, client_secret_hash, previous_until) {
      const confidential = clients().where({ client_id }).whereNotNull('client_secret_hash');
      const previous = previous_until === null ? null : db.raw('client_secret_hash');
      const rotated = {
        client_secret_hash,
        previous_client_secret_hash: previous,
        previous_client_secret_expires_at: previous_until,
      };
      return (await confidential.update(rotated)) === 1;
    },
    async remove(client_id) {
      return (await despiteDeadlock(async () => clients().where({ client_id }).del())) === 1;
    },
  };
}

function findClients(db: Knex) {
  const { sql, bindings } = isOneOf(db, 'client_id');
  const text = `select * from clients where ${sql}`;
  return async (ids: readonly string[]): Promise<Client[]> =>
    (await rowsOf<ClientRow>(db, text, bindings(ids))).map(fromRow);
}

async function listOwned(
  db: Knex,
  owner_id: string | null,
  { after, limit }: { after: string | null; limit: number },
): Promise<OwnedClient[]> {
  const found = db('clients').leftJoin('users', 'users.id', 'clients.owner_id');
  if (owner_id !== null) void found.where('clients.owner_id', owner_id);
  if (after !== null) void found.where('clients.client_id', '<', after);
  const rows = await found
    .orderBy('clients.client_id', 'desc')
    .limit(limit)
    .select<(ClientRow & { owner: string | null })[]>('clients.*', { owner: 'users.username' });
  return rows.map(({ owner, ...row }) => ({ ...fromRow(row), owner }));
}

function newRow(client: Client): ClientRow {
  return {
    client_id: client.client_id,
    ...metadataColumns(client),
    client_secret_hash: client.client_secret_hash,
    registration_access_token_hash: client.registration_access_token_hash,
    previous_client_secret_hash: client.previous_client_secret?.hash ?? null,
    previous_client_secret_expires_at: client.previous_client_secret?.expires_at ?? null,
    owner_id: client.owner_id,
    created_at: client.created_at,
  };
}

function metadataColumns(metadata: RegisteredMetadata) {
  return {
    client_name: metadata.client_name,
    client_uri: metadata.client_uri,
    token_endpoint_auth_method: metadata.token_endpoint_auth_method,
    redirect_uris: JSON.stringify(metadata.redirect_uris),
    grant_types: JSON.stringify(metadata.grant_types),
    scope: metadata.scope,
  };
}

function fromRow(row: ClientRow): Client {
  const { previous_client_secret_hash: hash, previous_client_secret_expires_at: expires_at, ...rest } = row;
  return {
    ...rest,
    redirect_uris: JSON.parse(row.redirect_uris) as Client['redirect_uris'],
    grant_types: JSON.parse(row.grant_types) as Client['grant_types'],
    previous_client_secret: hash === null || expires_at === null ? null : { hash, expires_at },
  };
}
