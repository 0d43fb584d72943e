import { codegrantOnSqlite } from './codegrant.ts';
import type { Contestant } from './contestant.ts';
import { peerContestant } from './peer.ts';

const ownPaths = { token: '/oauth/token', introspection: '/oauth/introspect', resource: '/api/me' };

/** Everything that is measured side by side, in the order of the tables. */
export const contestants: readonly Contestant[] = [
  codegrantOnSqlite,
  peerContestant({ name: 'floor', paths: ownPaths }),
  peerContestant({ name: 'floor-validated', paths: ownPaths }),
  peerContestant({ name: 'node:http', paths: ownPaths }),
];
