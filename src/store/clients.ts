import type { Knex } from 'knex';
import type { Client, Clients } from '../oauth/ports.ts';

/** Lists are JSON in a text column, the same on both databases. */
type ClientRow = Omit<Client, 'redirect_uris' | 'grant_types'> & {
  redirect_uris: string;
  grant_types: string;
};

export function storeClients(db: Knex): Clients {
  const clients = () => db<ClientRow>('clients');
  return {
    async add(client) {
      const { client_id, created_at } = client;
      await clients().insert({ client_id, created_at, ...metadata(client) });
    },
    async find(client_id) {
      const row = await clients().where({ client_id }).first();
      return row && fromRow(row);
    },
    async list() {
      const rows = await clients().orderBy(['created_at', 'client_id']);
      return rows.map(fromRow);
    },
    async replace(client) {
      return (await clients().where({ client_id: client.client_id }).update(metadata(client))) === 1;
    },
    async remove(client_id) {
      return (await clients().where({ client_id }).del()) === 1;
    },
  };
}

function metadata(client: Client): Omit<ClientRow, 'client_id' | 'created_at'> {
  return {
    client_name: client.client_name,
    client_uri: client.client_uri,
    client_secret_hash: client.client_secret_hash,
    token_endpoint_auth_method: client.token_endpoint_auth_method,
    redirect_uris: JSON.stringify(client.redirect_uris),
    grant_types: JSON.stringify(client.grant_types),
    scope: client.scope,
    registration_access_token_hash: client.registration_access_token_hash,
  };
}

function fromRow(row: ClientRow): Client {
  return {
    ...row,
    redirect_uris: JSON.parse(row.redirect_uris) as Client['redirect_uris'],
    grant_types: JSON.parse(row.grant_types) as Client['grant_types'],
  };
}
