import { operations } from '../../generated/operations.ts';
import { strict } from '../oauth/tolerances.ts';
import type { Dialect } from './dialect.ts';

/** Asks for a tick before it authorizes, spells the grant type with a hyphen, and has a token scheme of its own. */
export const gocd: Dialect = {
  name: 'gocd',
  title: 'GoCD',
  governs: [
    ...(['authorize', 'authorizeByForm', 'decideConsent', 'issueToken', 'gocdToken', 'gocdGadgets'] as const),
    // Where an administrator registers its clients, whose redirect URIs its document has with plain http.
    ...(['addApplication', 'updateApplication', 'checkRedirectUri'] as const),
    ...(['addApplicationJson', 'updateApplicationJson'] as const),
  ],
  authorization_endpoint: operations.authorize.path,
  trailing_slash: false,
  tolerances: {
    ...strict,
    consent: { check_box: 'I authorize this application to act for me', approve: 'Submit' },
    grant_type_aliases: { 'authorization-code': 'authorization_code' },
    redirect_uri_without_scheme: true,
    token_scheme: true,
    plain_http_redirect_uris: true,
  },
};
