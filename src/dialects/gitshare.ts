import { operations } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import type { Dialect } from './dialect.ts';

/** Ends its paths with a slash, sends no `grant_type`, and passes access tokens as request parameters. */
export const gitshare: Dialect = {
  name: 'gitshare',
  title: 'GitShare',
  governs: [
    ...(['gitshareAuthorize', 'gitshareDecide', 'gitshareToken'] as const),
    ...(['getMe', 'listEvents', 'addEvent', 'readEvent', 'updateEvent', 'deleteEvent'] as const),
    ...(['listMyTokens', 'revokeMyToken'] as const),
  ],
  authorization_endpoint: operations.gitshareAuthorize.path,
  trailing_slash: true,
  tolerances: {
    ...strict,
    shows_code_by_default: true,
    assumed_grant_type: 'authorization_code',
    access_token_in_query: true,
  },
};
