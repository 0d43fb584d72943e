import { codegrantOnSqlite } from './codegrant.ts';
import type { Contestant, Paths } from './contestant.ts';
import { peerContestant } from './peer.ts';

const ownPaths: Paths = { token: '/oauth/token', introspection: '/oauth/introspect', resource: '/api/me' };

/** Two of the libraries leave something to their host, which is then nothing to measure. */
const paths: Readonly<Record<string, Paths>> = {
  'oidc-provider': { token: '/token', introspection: '/token/introspection', resource: '/me' },
  'node-oauth': { token: '/token', introspection: null, resource: '/me' },
  jmondi: { token: '/token', introspection: '/token/introspect', resource: null },
};

const libraries = Object.entries(paths);

/** Everything that is measured side by side, in the order of the tables. */
export const contestants: readonly Contestant[] = [
  codegrantOnSqlite,
  ...libraries.map(([peer, its]) => peerContestant({ name: `${peer}-memory`, peer, paths: its })),
  ...libraries.map(([peer, its]) =>
    peerContestant({ name: `${peer}-knex`, peer, paths: its, hasFile: true }),
  ),
  peerContestant({ name: 'floor', paths: ownPaths }),
  peerContestant({ name: 'floor-validated', paths: ownPaths }),
  peerContestant({ name: 'node:http', paths: ownPaths }),
];
