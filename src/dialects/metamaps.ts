import { operations } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import type { Dialect } from './dialect.ts';

/** Sends the whole token request in the URL, and lists one's own tokens with what it gets. */
export const metamaps: Dialect = {
  name: 'metamaps',
  title: 'Metamaps',
  governs: ['authorize', 'authorizeByForm', 'decideConsent', 'issueToken'],
  authorization_endpoint: operations.authorize.path,
  trailing_slash: false,
  tolerances: {
    ...strict,
    default_scope: 'profile tokens:read',
    consent: { check_box: null, approve: 'Authorize' },
    credentials_in_url: true,
    token_type: 'bearer',
    access_token_lifetime: 7200,
  },
};
