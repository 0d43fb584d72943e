import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { credentialsInBodyToo } from '../../model/credential-change.ts';
import { repeat } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §2.3: a client proves itself by one method for each request. Which methods there are is the server's choice
 * and the target's to declare.
 */
export const clientAuthentication: readonly Scenario[] = [
  {
    id: 'rfc6749/2.3/declared-method',
    title: 'takes the method by which a confidential client is declared to authenticate',
    requires: ['RFC6749-2.3-a', 'RFC6749-4.1.4-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3/public-client-identified',
    title: 'takes a public client at its client_id',
    requires: ['RFC6749-2.3-b', 'RFC6749-4.1.4-a'],
    from: 'public access token request',
    change: null,
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/2.3/two-methods',
    title: 'refuses valid credentials in the header and in the body at once',
    requires: ['RFC6749-2.3-d', 'RFC6749-5.2-g'],
    needs: ['post'],
    from: 'access token request, Basic',
    change: credentialsInBodyToo(),
    expect: [
      refusesToken(['invalid_request'], { tolerated: ['invalid_client'], unauthorized: 'compulsory' }),
    ],
  },
  {
    id: 'rfc6749/2.3/two-methods-one-wrong',
    title: 'refuses a valid Basic header beside a wrong secret in the body',
    requires: ['RFC6749-2.3-d', 'RFC6749-5.2-g'],
    needs: ['post'],
    from: 'access token request, Basic',
    change: credentialsInBodyToo((secret) => `${secret}-wrong`),
    expect: [
      refusesToken(['invalid_request'], { tolerated: ['invalid_client'], unauthorized: 'compulsory' }),
    ],
  },
  {
    id: 'rfc6749/2.3/two-secrets',
    title: 'refuses two different secrets in the body',
    requires: ['RFC6749-5.2-f', 'RFC6749-3.2-g'],
    from: 'access token request, credentials in the body',
    change: repeat('client_secret', 'conformance-other-secret'),
    expect: [refusesToken(['invalid_request'], { tolerated: ['invalid_client'] })],
  },
];
