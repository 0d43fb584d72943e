import { refusesToken } from '../../expect/http.ts';
import { blank, omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §4.1.3: who may exchange a code, and with what. A black box cannot see how the server compares; it sees
 * that a code is refused for one difference at a time.
 */
export const accessTokenRequest: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.3/grant-type-missing',
    title: 'refuses a token request without grant_type',
    requires: ['RFC6749-4.1.3-a'],
    from: 'access token request',
    change: omit('grant_type'),
    expect: [refusesToken(['invalid_request'], { tolerated: ['unsupported_grant_type'] })],
  },
  {
    id: 'rfc6749/4.1.3/code-missing',
    title: 'refuses a token request without code',
    requires: ['RFC6749-4.1.3-b'],
    from: 'access token request',
    change: omit('code'),
    expect: [refusesToken(['invalid_request'], { tolerated: ['invalid_grant'] })],
  },
  {
    id: 'rfc6749/4.1.3/code-blank',
    title: 'refuses a token request with a code without a value',
    requires: ['RFC6749-3.2-e', 'RFC6749-4.1.3-k'],
    from: 'access token request',
    change: blank('code'),
    expect: [refusesToken(['invalid_request'], { tolerated: ['invalid_grant'] })],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-mismatch',
    title: 'refuses a code with another redirect_uri than the one it was issued for',
    requires: ['RFC6749-4.1.3-m'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => `${uri}/other`),
    expect: [refusesToken(['invalid_grant'], { tolerated: ['invalid_request'] })],
  },
];
