import { operations } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import type { Dialect } from './dialect.ts';

/** Answers in the fragment, by 302. The token request that its document prints names the client by secret and code only. */
export const ghost: Dialect = {
  name: 'ghost',
  title: 'Ghost',
  governs: ['ghostAuthorize', 'ghostDecide', 'ghostToken'],
  authorization_endpoint: operations.ghostAuthorize.path,
  trailing_slash: false,
  tolerances: {
    ...strict,
    default_response_mode: 'fragment',
    redirect_status: 302,
    client_id_from_code: true,
    access_token_lifetime: 3600,
  },
};
