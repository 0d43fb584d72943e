import type { ClientRole } from '../../model/client-role.ts';

/** A client as somebody registered it with each of the three servers. */
export interface RegisteredClient {
  id: string;
  /** Null: a public client. */
  secret: string | null;
  redirectUris: readonly [string, ...string[]];
  grants: readonly ('authorization_code' | 'refresh_token')[];
}

const callback = 'https://app.example/callback';
const both = ['authorization_code', 'refresh_token'] as const;

/** One for every role that the suite knows; the target files beside this one name the same. */
export const registeredClients: Readonly<Record<ClientRole, RegisteredClient>> = {
  confidential: {
    id: 'app-confidential',
    secret: 'secret-of-confidential',
    redirectUris: [callback],
    grants: both,
  },
  second: { id: 'app-second', secret: 'secret-of-second', redirectUris: [callback], grants: both },
  public: { id: 'app-public', secret: null, redirectUris: [callback], grants: both },
  second_public: { id: 'app-second-public', secret: null, redirectUris: [callback], grants: both },
  several_redirects: {
    id: 'app-several',
    secret: 'secret-of-several',
    redirectUris: [callback, 'https://app.example/other'],
    grants: both,
  },
  query_redirect: {
    id: 'app-query',
    secret: 'secret-of-query',
    redirectUris: [`${callback}?a=1&b=x%20y&c`],
    grants: both,
  },
  no_code_grant: {
    id: 'app-no-code',
    secret: 'secret-of-no-code',
    redirectUris: [callback],
    grants: ['refresh_token'],
  },
  no_refresh_grant: {
    id: 'app-no-refresh',
    secret: 'secret-of-no-refresh',
    redirectUris: [callback],
    grants: ['authorization_code'],
  },
};

/** The one person who has an account at each of the servers. */
export const owner = { username: 'alice', password: 'wonderland' } as const;
