import { operations } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import type { Dialect } from './dialect.ts';

/** Registers by itself, and repeats no `redirect_uri` at the token endpoint. Its one scope is `event:write`. */
export const gancio: Dialect = {
  name: 'gancio',
  title: 'Gancio',
  governs: ['gancioRegister', 'gancioAuthorize', 'gancioDecide', 'issueToken'],
  authorization_endpoint: operations.gancioAuthorize.path,
  trailing_slash: false,
  tolerances: {
    ...strict,
    default_scope: 'event:write',
    redirect_uri_may_be_left_out: true,
  },
};
