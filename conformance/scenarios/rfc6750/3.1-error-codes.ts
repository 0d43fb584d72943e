import { challengesWithError, challengesWithoutError } from '../../expect/challenge.ts';
import { answersWith, challenges } from '../../expect/http.ts';
import { deniesAccess } from '../../expect/resource.ts';
import { alterLast } from '../../model/altered.ts';
import { header } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import { obtainNarrowToken } from '../narrow-token.ts';

/** RFC 6750 §3.1: status and code of a refusal. Both are a SHOULD; that there is a challenge is not. */
export const resourceErrorCodes: readonly Scenario[] = [
  {
    id: 'rfc6750/3.1/no-token',
    title: 'answers a request without a token with status 401 and no error code',
    requires: ['RFC6750-3.1-d'],
    from: 'resource request',
    change: header('authorization', null),
    expect: [answersWith(401), challengesWithoutError],
  },
  {
    id: 'rfc6750/3.1/unknown-token',
    title: 'answers a token that was never issued with status 401 and invalid_token',
    requires: ['RFC6750-3.1-b', 'RFC6750-3-g'],
    from: 'resource request',
    change: header('authorization', 'Bearer conformance-unknown-token'),
    expect: [answersWith(401), challengesWithError('invalid_token')],
  },
  {
    id: 'rfc6750/3.1/altered-token',
    title: 'answers an altered token with status 401 and invalid_token',
    requires: ['RFC6750-3.1-b'],
    from: 'resource request',
    change: header('authorization', alterLast),
    expect: [answersWith(401), challengesWithError('invalid_token')],
  },
  {
    id: 'rfc6750/3.1/malformed-token',
    title: 'answers a token with characters that no token has by 401 or 400',
    requires: ['RFC6750-3.1-b', 'RFC6750-3.1-a'],
    from: 'resource request',
    change: header('authorization', 'Bearer <conformance>'),
    expect: [answersWith(401, 400), challengesWithError('invalid_token', 'invalid_request')],
  },
  {
    id: 'rfc6750/3.1/long-token',
    title: 'answers a token of four thousand characters with status 401 and invalid_token',
    requires: ['RFC6750-3.1-b'],
    from: 'resource request',
    change: header('authorization', `Bearer ${'a'.repeat(4000)}`),
    expect: [answersWith(401), challengesWithError('invalid_token')],
  },
  {
    id: 'rfc6750/3.1/two-tokens',
    title: 'answers two tokens in one header by 400 or 401',
    requires: ['RFC6750-3.1-a', 'RFC6750-3-a'],
    from: 'resource request',
    change: header('authorization', (valid) => `${valid} conformance-unknown-token`),
    expect: [deniesAccess, challenges('Bearer')],
  },
  {
    id: 'rfc6750/3.1/scheme-without-token',
    title: 'answers the scheme without a token by 400 or 401',
    requires: ['RFC6750-3.1-a'],
    from: 'resource request',
    change: header('authorization', 'Bearer'),
    expect: [answersWith(400, 401)],
  },
  {
    id: 'rfc6750/3.1/insufficient-scope',
    title: 'answers a token without the scope with status 403 and insufficient_scope',
    requires: ['RFC6750-3.1-c', 'RFC6750-3-g'],
    needs: ['confidential_client', 'resource', 'two_scopes', 'resource_scope'],
    act: async (stage) => {
      const outcome = await stage.callResource(await obtainNarrowToken(stage));
      stage.expect(outcome, answersWith(403), challengesWithError('insufficient_scope'));
    },
  },
];
