import { challenges, issuesTokens, refusesToken } from '../../expect/http.ts';
import { add, header, omit, set } from '../../model/change.ts';
import { identifierInBodyToo, insideBasic, withoutCredentials } from '../../model/credential-change.ts';
import { alterLast, swapCase, truncate } from '../../model/altered.ts';
import type { Scenario } from '../../model/scenario.ts';

const wrongSecret = insideBasic(
  'a wrong secret in the Basic header',
  (credentials) => `${credentials}-wrong`,
);

/**
 * RFC 6749 §3.2.1: who is asked to prove itself at the token endpoint. Whether a failed proof spends the code cannot
 * be told from here and is not asked: every scenario has a code of its own.
 */
export const tokenClientAuthentication: readonly Scenario[] = [
  {
    id: 'rfc6749/3.2.1/no-credentials',
    title: 'refuses a confidential client that sends neither client_id nor secret',
    requires: ['RFC6749-3.2.1-a', 'RFC6749-5.2-j', 'RFC6749-4.1.3-g', 'RFC6749-10.5-d'],
    from: 'access token request',
    change: withoutCredentials,
    expect: [refusesToken(['invalid_client', 'invalid_request'])],
  },
  {
    id: 'rfc6749/3.2.1/wrong-secret-by-basic',
    title: 'refuses a wrong secret in the Basic header with status 401',
    requires: ['RFC6749-4.1.3-h', 'RFC6749-5.2-m'],
    from: 'access token request, Basic',
    change: wrongSecret,
    expect: [refusesToken(['invalid_client'], { unauthorized: 'compulsory' })],
  },
  {
    id: 'rfc6749/3.2.1/wrong-secret-challenged',
    title: 'answers a wrong secret in the Basic header with a Basic challenge',
    requires: ['RFC6749-5.2-n'],
    from: 'access token request, Basic',
    change: wrongSecret,
    expect: [challenges('Basic')],
  },
  {
    id: 'rfc6749/3.2.1/truncated-secret-by-basic',
    title: 'refuses a secret in the Basic header that lacks its end',
    requires: ['RFC6749-4.1.3-h'],
    from: 'access token request, Basic',
    change: insideBasic('a secret cut short', (text) => text.replace(/(?<=:).*$/, truncate)),
    expect: [refusesToken(['invalid_client'], { unauthorized: 'compulsory' })],
  },
  {
    id: 'rfc6749/3.2.1/altered-secret-by-basic',
    title: 'refuses a secret in the Basic header whose last character is another',
    requires: ['RFC6749-4.1.3-h'],
    from: 'access token request, Basic',
    change: insideBasic('a secret with another last character', alterLast),
    expect: [refusesToken(['invalid_client'], { unauthorized: 'compulsory' })],
  },
  {
    id: 'rfc6749/3.2.1/secret-letter-case',
    title: 'refuses a secret in the Basic header in another letter case',
    requires: ['RFC6749-4.1.3-h', 'RFC6749-1.9-a'],
    from: 'access token request, Basic',
    change: insideBasic('a secret in another letter case', (text) => text.replace(/(?<=:).*$/, swapCase)),
    expect: [refusesToken(['invalid_client'], { unauthorized: 'compulsory' })],
  },
  {
    id: 'rfc6749/3.2.1/empty-secret-by-basic',
    title: 'refuses a Basic header with an empty secret',
    requires: ['RFC6749-4.1.3-h', 'RFC6749-2.2-a'],
    from: 'access token request, Basic',
    change: insideBasic('an empty secret in the Basic header', (text) => text.replace(/:.*$/, ':')),
    expect: [
      refusesToken(['invalid_client'], { tolerated: ['invalid_request'], unauthorized: 'compulsory' }),
    ],
  },
  {
    id: 'rfc6749/3.2.1/unknown-client-by-basic',
    title: 'refuses an unknown client in the Basic header with status 401',
    requires: ['RFC6749-5.2-i', 'RFC6749-5.2-m'],
    from: 'access token request, Basic',
    change: insideBasic('an unknown client', (text) => text.replace(/^[^:]*/, 'conformance-unknown-client')),
    expect: [refusesToken(['invalid_client'], { unauthorized: 'compulsory' })],
  },
  {
    id: 'rfc6749/3.2.1/unknown-client-challenged',
    title: 'answers an unknown client in the Basic header with a Basic challenge',
    requires: ['RFC6749-5.2-n'],
    from: 'access token request, Basic',
    change: insideBasic('an unknown client', (text) => text.replace(/^[^:]*/, 'conformance-unknown-client')),
    expect: [challenges('Basic')],
  },
  {
    id: 'rfc6749/3.2.1/basic-without-colon',
    title: 'refuses a Basic header whose content has no colon',
    requires: ['RFC6749-4.1.3-h'],
    from: 'access token request, Basic',
    change: insideBasic('no colon in the Basic header', (text) => text.replace(':', '')),
    expect: [refusesToken(['invalid_client', 'invalid_request'])],
  },
  {
    id: 'rfc6749/3.2.1/scheme-not-supported',
    title: 'refuses a scheme in the header by which no client authenticates',
    requires: ['RFC6749-5.2-k'],
    from: 'access token request, Basic',
    change: header('authorization', 'Bearer conformance-unknown-token'),
    expect: [refusesToken(['invalid_client', 'invalid_request'], { unauthorized: 'compulsory' })],
  },
  {
    id: 'rfc6749/3.2.1/wrong-secret-in-body',
    title: 'refuses a wrong client_secret in the body',
    requires: ['RFC6749-4.1.3-h', 'RFC6749-10.2-a'],
    from: 'access token request, credentials in the body',
    change: set('client_secret', (valid) => `${valid}-wrong`),
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/3.2.1/unknown-client-in-body',
    title: 'refuses an unknown client_id with a secret in the body',
    requires: ['RFC6749-5.2-i', 'RFC6749-4.1.3-h'],
    from: 'access token request, credentials in the body',
    change: set('client_id', 'conformance-unknown-client'),
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/3.2.1/unknown-public-client',
    title: 'refuses an unknown client_id without a secret',
    requires: ['RFC6749-5.2-i', 'RFC6749-4.1.3-j'],
    from: 'public access token request',
    change: set('client_id', 'conformance-unknown-client'),
    expect: [refusesToken(['invalid_client', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/3.2.1/client-id-letter-case',
    title: 'refuses the client_id of a public client in another letter case',
    requires: ['RFC6749-1.9-a', 'RFC6749-5.2-i'],
    from: 'public access token request',
    change: set('client_id', swapCase),
    expect: [refusesToken(['invalid_client', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/3.2.1/secret-of-public-client',
    title: 'refuses a secret that a client without one sends',
    requires: ['RFC6749-4.1.3-h'],
    advises:
      'RFC 6749 §4.1.3 has client authentication checked, and names no answer to a secret that nobody has',
    from: 'public access token request',
    change: add('client_secret', 'conformance-unknown-secret'),
    expect: [refusesToken(['invalid_client', 'invalid_request'])],
  },
  {
    id: 'rfc6749/3.2.1/public-client-unidentified',
    title: 'refuses a public client that does not send its client_id',
    requires: ['RFC6749-3.2.1-c', 'RFC6749-4.1.3-d', 'RFC6749-5.2-c'],
    from: 'public access token request',
    change: omit('client_id'),
    expect: [refusesToken(['invalid_request', 'invalid_client'])],
  },
  {
    id: 'rfc6749/3.2.1/same-client-id-beside-basic',
    title: 'takes the same client_id in the body beside a Basic header',
    requires: ['RFC6749-3.2.1-b', 'RFC6749-4.1.4-a'],
    from: 'access token request, Basic',
    change: identifierInBodyToo,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2.1/other-client-id-beside-basic',
    title: 'gives no token for another client_id in the body than in the Basic header',
    requires: ['RFC6749-3.2.1-b', 'RFC6749-5.2-h'],
    from: 'access token request, Basic',
    change: set('client_id', 'conformance-unknown-client'),
    expect: [refusesToken(['invalid_request', 'invalid_client', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/3.2.1/second-client-id-beside-basic',
    title: 'gives no token for the client_id of another client beside a Basic header',
    requires: ['RFC6749-3.2.1-b', 'RFC6749-5.2-h'],
    needs: ['confidential_client', 'second_client', 'basic'],
    act: async (stage) => {
      const { client_id = '' } = stage.target.clients.second ?? {};
      const outcome = await stage.probe('access token request, Basic', set('client_id', client_id));
      stage.expect(outcome, refusesToken(['invalid_request', 'invalid_client', 'invalid_grant']));
    },
  },
];
