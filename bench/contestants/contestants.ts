import { authorizationRequest } from './client.ts';
import { codegrantOnPostgres, codegrantOnSqlite } from './codegrant.ts';
import type { BrowserFlow, Contestant, Paths } from './contestant.ts';
import { signInToOidcProvider } from './oidc-sign-in.ts';
import { peerContestant, type PeerDescription } from './peer.ts';

const ownPaths: Paths = { token: '/oauth/token', introspection: '/oauth/introspect', resource: '/api/me' };

/** Two of the libraries leave something to their host, which is then nothing to measure. */
const libraries: readonly PeerDescription[] = [
  {
    name: 'oidc-provider',
    paths: { token: '/token', introspection: '/token/introspection', resource: '/me' },
    flow: throughInteractions,
  },
  {
    name: 'node-oauth',
    paths: { token: '/token', introspection: null, resource: '/me' },
    flow: byAuthorizeCall,
  },
  {
    name: 'jmondi',
    paths: { token: '/token', introspection: '/token/introspect', resource: null },
    flow: byAuthorizeCall,
  },
];

/** Everything that is measured side by side, in the order of the tables. */
export const contestants: readonly Contestant[] = [
  codegrantOnSqlite,
  ...[1, 2, 4].map(codegrantOnPostgres),
  ...libraries.map((its) => peerContestant({ ...its, name: `${its.name}-memory`, peer: its.name })),
  ...libraries.map((its) =>
    peerContestant({ ...its, name: `${its.name}-knex`, peer: its.name, hasFile: true }),
  ),
  peerContestant({ name: 'floor', paths: ownPaths }),
  peerContestant({ name: 'floor-validated', paths: ownPaths }),
  peerContestant({ name: 'floor-shaped', paths: ownPaths }),
  peerContestant({ name: 'node:http', paths: ownPaths }),
];

/** Whoever has agreed once is asked again only by `prompt=consent`. */
function throughInteractions(origin: string): BrowserFlow {
  const authorize = authorizationRequest('/auth', { prompt: 'consent' });
  const first = authorizationRequest('/auth');
  return {
    name: 'oidc-provider',
    authorize,
    signIn: (count) => signInToOidcProvider(origin, first, count),
  };
}

/** The host app knows who is signed in; there is no session to bring along. */
function byAuthorizeCall(): BrowserFlow {
  const authorize = authorizationRequest('/authorize');
  return { name: 'authorize-call', authorize, signIn: async (count) => Array<string>(count).fill('a=b') };
}
