import { deliversCode, redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { eitherOf, preferably } from '../../expect/combine.ts';
import { omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §4.1.1: which parameters may be left out, and that the answer goes where the request says. */
export const authorizationRequest: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.1/complete',
    title: 'brings the owner who approves back to the redirect URI with a code',
    requires: ['RFC6749-4.1.1-h', 'RFC6749-4.1.1-a', 'RFC6749-4.1.1-b'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/4.1.1/complete-public',
    title: 'brings the owner back to a public client with a code',
    requires: ['RFC6749-4.1.1-h'],
    from: 'public authorization request',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/4.1.1/redirect-uri-omitted',
    title: 'answers at the only registered redirect URI when none is named',
    requires: ['RFC6749-4.1.1-c', 'RFC6749-4.1.1-h'],
    needs: ['single_redirect_client'],
    from: 'authorization request',
    change: omit('redirect_uri'),
    expect: [preferably(deliversCode, eitherOf(staysOnPage, redirectsError(['invalid_request'])))],
  },
  {
    id: 'rfc6749/4.1.1/state-omitted',
    title: 'serves a request without state, and returns none',
    requires: ['RFC6749-4.1.1-e', 'RFC6749-4.1.2-i'],
    from: 'authorization request',
    change: omit('state'),
    expect: [preferably(deliversCode, redirectsError(['invalid_request']))],
  },
  {
    id: 'rfc6749/4.1.1/state-omitted-on-error',
    title: 'returns no state with an error when none was sent',
    requires: ['RFC6749-4.1.2-i'],
    from: 'authorization request, denied',
    change: omit('state'),
    expect: [redirectsError(['access_denied'], { tolerated: ['invalid_request'] })],
  },
  {
    id: 'rfc6749/4.1.1/invalid-before-sign-in',
    title: 'reports an unknown response type to the client, before sign-in or after it',
    requires: ['RFC6749-4.1.1-f', 'RFC6749-4.1.1-g', 'RFC6749-4.1.2.1-e'],
    from: 'authorization request',
    browser: 'fresh',
    change: set('response_type', 'x_conformance_unknown'),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request'])],
  },
];
