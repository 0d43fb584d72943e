import { redirectsError, staysOnPage } from '../../expect/authorization.ts';
import {
  answersInQuery,
  answersOnce,
  informsOwner,
  namesParametersWell,
} from '../../expect/authorization-answer.ts';
import { omit, repeat, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

const unknownClient = set('client_id', 'conformance-unknown-client');

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
    id: 'rfc6749/4.1.2.1/client-id-missing-before-sign-in',
    title: 'keeps a browser without a session on a page when client_id is missing',
    requires: ['RFC6749-4.1.2.1-c', 'RFC6749-4.1.1-b'],
    from: 'authorization request',
    browser: 'fresh',
    change: omit('client_id'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/4.1.2.1/client-id-unknown',
    title: 'keeps the browser on a page when client_id is unknown',
    requires: ['RFC6749-4.1.2.1-d'],
    from: 'authorization request',
    change: unknownClient,
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/4.1.2.1/client-id-unknown-before-sign-in',
    title: 'keeps a browser without a session on a page when client_id is unknown',
    requires: ['RFC6749-4.1.2.1-d'],
    from: 'authorization request',
    browser: 'fresh',
    change: unknownClient,
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/4.1.2.1/client-id-trailing-space',
    title: 'takes a client_id with a space behind it for an unknown one',
    requires: ['RFC6749-4.1.2.1-d'],
    from: 'authorization request',
    change: set('client_id', (client_id) => `${client_id} `),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/4.1.2.1/owner-is-told-of-client',
    title: 'tells the owner when client_id is unknown',
    requires: ['RFC6749-4.1.2.1-a'],
    from: 'authorization request',
    change: unknownClient,
    expect: [informsOwner],
  },
  {
    id: 'rfc6749/4.1.2.1/owner-denies',
    title: 'answers access_denied with state when the owner denies',
    requires: ['RFC6749-4.1.2.1-k', 'RFC6749-4.1.2.1-s', 'RFC6749-4.1.2.1-e'],
    from: 'authorization request, denied',
    change: null,
    expect: [redirectsError(['access_denied'])],
  },
  {
    id: 'rfc6749/4.1.2.1/denial-in-query',
    title: 'reports a denial in the query of the redirect URI',
    requires: ['RFC6749-4.1.2.1-e', 'RFC6749-4.1.2.1-f', 'RFC6749-4.1.2.1-p'],
    from: 'authorization request, denied',
    change: null,
    expect: [answersInQuery, answersOnce, redirectsError(['access_denied'])],
  },
  {
    id: 'rfc6749/4.1.2.1/error-in-query',
    title: 'reports an invalid request in the query of the redirect URI',
    requires: ['RFC6749-4.1.2.1-e', 'RFC6749-4.1.2.1-f'],
    from: 'authorization request',
    change: omit('response_type'),
    expect: [answersInQuery, answersOnce],
  },
  {
    id: 'rfc6749/4.1.2.1/repeated-state-once',
    title: 'returns state at most once when it came twice',
    requires: ['RFC6749-4.1.2.1-i', 'RFC6749-3.1-j'],
    from: 'authorization request',
    change: repeat('state', 'x-conformance-other'),
    expect: [answersOnce],
  },
  {
    id: 'rfc6749/4.1.2.1/code-grant-not-allowed',
    title: 'answers unauthorized_client to a client that is barred from the code grant',
    requires: ['RFC6749-4.1.2.1-j'],
    from: 'authorization request',
    client: 'no_code_grant',
    change: null,
    expect: [redirectsError(['unauthorized_client', 'unsupported_response_type'], { orPage: true })],
  },
  {
    id: 'rfc6749/4.1.2.1/response-type-unknown',
    title: 'answers unsupported_response_type for a response type it does not know',
    requires: ['RFC6749-3.1.1-c', 'RFC6749-4.1.2.1-l', 'RFC6749-4.1.1-f'],
    from: 'authorization request',
    change: set('response_type', 'x_conformance_unknown'),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request'])],
  },
  {
    id: 'rfc6749/4.1.2.1/value-invalid',
    title: 'answers invalid_request for a value that no parameter of that name can have',
    requires: ['RFC6749-4.1.2.1-h'],
    needs: ['pkce'],
    from: 'authorization request',
    change: set('code_challenge_method', 'x_conformance'),
    expect: [redirectsError(['invalid_request'])],
  },
  {
    id: 'rfc6749/4.1.2.1/parameter-names',
    title: 'names the parameters of its errors with letters, digits, hyphen, dot and underscore',
    requires: ['RFC6749-8.2-a'],
    from: 'authorization request, denied',
    change: null,
    expect: [namesParametersWell],
  },
];
