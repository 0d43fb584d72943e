import { handsOutNothing, issuesTokens, refusesToken } from '../../expect/http.ts';
import { header, intoUrl, omit } from '../../model/change.ts';
import { overEncodedIdentifier, overEncodedSecret } from '../../model/credential-change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §2.3.1: how a secret travels. Over-encoding an ordinary letter shows whether the server decodes what is
 * inside the Basic header, whatever the secret is made of. Brute force is left to a group of its own.
 */
export const clientPassword: readonly Scenario[] = [
  {
    id: 'rfc6749/2.3.1/basic-accepted',
    title: 'takes a client secret by HTTP Basic, with no credentials in the body',
    requires: ['RFC6749-2.3.1-a'],
    from: 'access token request, Basic',
    change: null,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3.1/basic-scheme-case',
    title: 'reads the name of the Basic scheme without regard to case',
    requires: ['RFC6749-2.3.1-a'],
    from: 'access token request, Basic',
    change: header('authorization', (valid) => valid.replace(/^Basic/, 'basic')),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3.1/basic-identifier-decoded',
    title: 'form-decodes the client identifier inside the Basic header',
    requires: ['RFC6749-2.3.1-b'],
    from: 'access token request, Basic',
    change: overEncodedIdentifier,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3.1/basic-secret-decoded',
    title: 'form-decodes the client secret inside the Basic header',
    requires: ['RFC6749-2.3.1-b'],
    from: 'access token request, Basic',
    change: overEncodedSecret,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3.1/body-accepted',
    title: 'takes client_id and client_secret in the body where that is declared',
    requires: ['RFC6749-2.3.1-d', 'RFC6749-4.1.4-a'],
    from: 'access token request, credentials in the body',
    change: null,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3.1/body-secret-without-identifier',
    title: 'refuses a client_secret in the body without a client_id',
    requires: ['RFC6749-2.3.1-e', 'RFC6749-4.1.3-f'],
    from: 'access token request, credentials in the body',
    change: omit('client_id'),
    expect: [refusesToken(['invalid_client', 'invalid_request'])],
  },
  {
    id: 'rfc6749/2.3.1/body-identifier-without-secret',
    title: 'refuses a client_id in the body without the client_secret',
    requires: ['RFC6749-2.3.1-e', 'RFC6749-4.1.3-f'],
    from: 'access token request, credentials in the body',
    change: omit('client_secret'),
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/2.3.1/credentials-in-url',
    title: 'gives no token for credentials in the query of the URL',
    requires: ['RFC6749-2.3.1-f'],
    from: 'access token request, credentials in the body',
    change: intoUrl('client_id', 'client_secret'),
    expect: [handsOutNothing],
  },
  {
    id: 'rfc6749/2.3.1/secret-in-url',
    title: 'gives no token for a client_secret in the query of the URL',
    requires: ['RFC6749-2.3.1-f'],
    from: 'access token request, credentials in the body',
    change: intoUrl('client_secret'),
    expect: [handsOutNothing],
  },
];
