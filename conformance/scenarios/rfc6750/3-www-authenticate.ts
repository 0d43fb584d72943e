import {
  challengesWithError,
  hasChallengeParameter,
  keepsChallengeAlphabets,
  namesOnce,
  writesChallenge,
} from '../../expect/challenge.ts';
import { challenges } from '../../expect/http.ts';
import { deniesAccess } from '../../expect/resource.ts';
import { header } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import { obtainNarrowToken } from '../narrow-token.ts';

const noToken = header('authorization', null);
const unknownToken = header('authorization', 'Bearer conformance-unknown-token');
/** What a challenge may not repeat as it is; nothing in it breaks the header itself. */
const hostileToken = header('authorization', 'Bearer "conformance", realm=\\"x\\", error="none"');

/** RFC 6750 §3: the challenge that comes with a refusal. It is read as HTTP defines it, beside challenges of other schemes. */
export const bearerChallenge: readonly Scenario[] = [
  {
    id: 'rfc6750/3/challenge-without-token',
    title: 'challenges with Bearer where no token was sent',
    requires: ['RFC6750-3-a', 'RFC6750-3-b', 'RFC6749-7.2-a'],
    from: 'resource request',
    change: noToken,
    expect: [deniesAccess, challenges('Bearer')],
  },
  {
    id: 'rfc6750/3/challenge-for-unknown-token',
    title: 'challenges with Bearer where the token was never issued',
    requires: ['RFC6750-3-a', 'RFC6750-3-b', 'RFC6749-7.2-a'],
    from: 'resource request',
    change: unknownToken,
    expect: [deniesAccess, challenges('Bearer')],
  },
  {
    id: 'rfc6750/3/challenge-for-insufficient-scope',
    title: 'challenges with Bearer where the token lacks the scope',
    requires: ['RFC6750-3-a', 'RFC6750-3-b'],
    needs: ['confidential_client', 'resource', 'two_scopes', 'resource_scope'],
    act: async (stage) => {
      const access_token = await obtainNarrowToken(stage);
      stage.expect(await stage.callResource(access_token), deniesAccess, challenges('Bearer'));
    },
  },
  {
    id: 'rfc6750/3/parameter-without-token',
    title: 'names a parameter in the challenge where no token was sent',
    requires: ['RFC6750-3-c', 'RFC6750-3-d'],
    from: 'resource request',
    change: noToken,
    expect: [hasChallengeParameter],
  },
  {
    id: 'rfc6750/3/parameter-for-unknown-token',
    title: 'names a parameter in the challenge where the token was never issued',
    requires: ['RFC6750-3-c', 'RFC6750-3-d'],
    from: 'resource request',
    change: unknownToken,
    expect: [hasChallengeParameter],
  },
  {
    id: 'rfc6750/3/parameters-once',
    title: 'names no parameter of the challenge twice',
    requires: ['RFC6750-3-e', 'RFC6750-3-f', 'RFC6750-3-i'],
    from: 'resource request',
    change: unknownToken,
    expect: [namesOnce('realm', 'scope', 'error', 'error_description', 'error_uri')],
  },
  {
    id: 'rfc6750/3/parameters-once-without-token',
    title: 'names no parameter of the challenge twice where no token was sent',
    requires: ['RFC6750-3-e', 'RFC6750-3-f'],
    from: 'resource request',
    change: noToken,
    expect: [namesOnce('realm', 'scope')],
  },
  {
    id: 'rfc6750/3/alphabets',
    title: 'keeps the parameters of the challenge within their alphabets',
    requires: ['RFC6750-3-h', 'RFC6750-3-j', 'RFC6750-3-k', 'RFC6750-3-l'],
    from: 'resource request',
    change: unknownToken,
    expect: [writesChallenge, keepsChallengeAlphabets],
  },
  {
    id: 'rfc6750/3/alphabets-for-hostile-token',
    title: 'keeps the challenge within its alphabets for a token with quotes and backslashes',
    requires: ['RFC6750-3-k', 'RFC6750-3-i'],
    from: 'resource request',
    change: hostileToken,
    expect: [
      deniesAccess,
      writesChallenge,
      keepsChallengeAlphabets,
      namesOnce('realm', 'error', 'error_description'),
    ],
  },
  {
    id: 'rfc6750/3/alphabets-for-insufficient-scope',
    title: 'keeps the challenge within its alphabets where the token lacks the scope',
    requires: ['RFC6750-3-j', 'RFC6750-3-f'],
    needs: ['confidential_client', 'resource', 'two_scopes', 'resource_scope'],
    act: async (stage) => {
      const outcome = await stage.callResource(await obtainNarrowToken(stage));
      stage.expect(outcome, keepsChallengeAlphabets, namesOnce('realm', 'scope', 'error'));
    },
  },
  {
    id: 'rfc6750/3/error-told',
    title: 'tells by an error in the challenge that the token was refused',
    requires: ['RFC6750-3-g'],
    from: 'resource request',
    change: unknownToken,
    expect: [challengesWithError('invalid_token')],
  },
];
