import { redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §4.1.2.1: what travels back to the client as an error, and what must not. A black box sees where the
 * browser comes to rest, whether the check came before or after sign-in.
 */
export const errorResponse: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.2.1/client-id-missing',
    title: 'keeps the browser on a page when client_id is missing',
    requires: ['RFC6749-4.1.2.1-c', 'RFC6749-4.1.1-b'],
    from: 'authorization request',
    change: omit('client_id'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/4.1.2.1/client-id-unknown',
    title: 'keeps the browser on a page when client_id is unknown',
    requires: ['RFC6749-4.1.2.1-d'],
    from: 'authorization request',
    change: set('client_id', 'conformance-unknown-client'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/4.1.2.1/owner-denies',
    title: 'answers access_denied with state when the owner denies',
    requires: ['RFC6749-4.1.2.1-k', 'RFC6749-4.1.2.1-s'],
    from: 'authorization request, denied',
    change: null,
    expect: [redirectsError(['access_denied'])],
  },
  {
    id: 'rfc6749/4.1.2.1/response-type-unknown',
    title: 'answers unsupported_response_type for a response type it does not know',
    requires: ['RFC6749-3.1.1-c', 'RFC6749-4.1.2.1-l'],
    from: 'authorization request',
    change: set('response_type', 'x_conformance_unknown'),
    expect: [redirectsError(['unsupported_response_type'], { tolerated: ['invalid_request'] })],
  },
];
