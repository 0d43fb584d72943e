import type { ClientRole } from '../../model/client-role.ts';
import type { FaultName } from '../faults.ts';

export interface RegisteredClient {
  client_id: string;
  /** Null: a public client, RFC 6749 §2.1. */
  client_secret: string | null;
  redirect_uris: readonly [string, ...string[]];
  /** Which grants it may use, RFC 6749 §5.2 `unauthorized_client`. */
  grants: readonly ('authorization_code' | 'refresh_token')[];
}

const callback = 'https://app.example/callback';
const both = ['authorization_code', 'refresh_token'] as const;

/** The clients that the toy knows, one for every role of the suite. */
export const clients: Readonly<Record<ClientRole, RegisteredClient>> = {
  confidential: {
    client_id: 'toy-confidential',
    client_secret: 'Secret-of-the-first.42',
    redirect_uris: [callback],
    grants: both,
  },
  second: {
    client_id: 'toy-second',
    client_secret: 'Secret-of-the-second.42',
    redirect_uris: [callback],
    grants: both,
  },
  public: { client_id: 'toy-public', client_secret: null, redirect_uris: [callback], grants: both },
  second_public: {
    client_id: 'toy-second-public',
    client_secret: null,
    redirect_uris: [callback],
    grants: both,
  },
  several_redirects: {
    client_id: 'toy-several',
    client_secret: 'Secret-of-several.42',
    redirect_uris: [callback, 'https://app.example/other'],
    grants: both,
  },
  query_redirect: {
    client_id: 'toy-query',
    client_secret: 'Secret-of-query.42',
    redirect_uris: [`${callback}?a=1&b=x%20y&c`],
    grants: both,
  },
  no_code_grant: {
    client_id: 'toy-no-code',
    client_secret: 'Secret-of-no-code.42',
    redirect_uris: [callback],
    grants: ['refresh_token'],
  },
  no_refresh_grant: {
    client_id: 'toy-no-refresh',
    client_secret: 'Secret-of-no-refresh.42',
    redirect_uris: [callback],
    grants: ['authorization_code'],
  },
};

/** Table of data: clients that are there in place of the others, where the toy gives out what no client can be given. */
export const oddClients: Readonly<Partial<Record<FaultName, RegisteredClient>>> = {
  'client-identifiers-beyond-ascii': { ...clients.second_public, client_id: 'toy-\u00e9' },
  'client-secrets-beyond-ascii': { ...clients.no_refresh_grant, client_secret: 'secret-\u00e9' },
};

export function findClient(client_id: string): RegisteredClient | undefined {
  return Object.values(clients).find((client) => client.client_id === client_id);
}
