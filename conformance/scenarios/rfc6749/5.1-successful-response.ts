import { isRegistered } from '../../expect/registration.ts';
import { answersWith, forbidsStoring, issuesTokens } from '../../expect/http.ts';
import {
  answersJson,
  countsSeconds,
  forbidsStoringByOldCaches,
  keepsAlphabet,
  namesMembers,
  namesTokenType,
  tellsLifetime,
} from '../../expect/token-response.ts';
import type { Scenario } from '../../model/scenario.ts';

const printable = /^[ -~]+$/;
const printableWords = 'one or more characters of printable ASCII';

/** RFC 6749 §5.1: the answer that carries tokens, down to its headers and the types of its members. */
export const successfulResponse: readonly Scenario[] = [
  {
    id: 'rfc6749/5.1/status',
    title: 'answers a valid exchange with status 200',
    requires: ['RFC6749-5.1-a'],
    from: 'access token request',
    change: null,
    expect: [answersWith(200)],
  },
  {
    id: 'rfc6749/5.1/media-type',
    title: 'answers with one JSON object under the media type application/json',
    requires: ['RFC6749-5.1-h'],
    from: 'access token request',
    change: null,
    expect: [answersJson],
  },
  {
    id: 'rfc6749/5.1/access-token',
    title: 'gives an access_token at the top level, a string of printable ASCII',
    requires: ['RFC6749-5.1-b', 'RFC6749-5.1-i', 'RFC6749-A.12-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, keepsAlphabet('access_token', printable, printableWords)],
  },
  {
    id: 'rfc6749/5.1/token-type',
    title: 'names a token_type that is registered',
    requires: ['RFC6749-5.1-c', 'RFC6749-8.1-a', 'RFC6749-8.1-b'],
    from: 'access token request',
    change: null,
    expect: [namesTokenType],
  },
  {
    id: 'rfc6749/5.1/lifetime-told',
    title: 'tells the lifetime of the access token',
    requires: ['RFC6749-5.1-d'],
    from: 'access token request',
    change: null,
    expect: [tellsLifetime],
  },
  {
    id: 'rfc6749/5.1/lifetime-is-a-number',
    title: 'writes expires_in as a whole JSON number',
    requires: ['RFC6749-5.1-i', 'RFC6749-A.14-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, countsSeconds],
  },
  {
    id: 'rfc6749/5.1/lifetime-is-a-number-on-refresh',
    title: 'writes expires_in as a whole JSON number on refresh',
    requires: ['RFC6749-5.1-i', 'RFC6749-A.14-a'],
    from: 'refresh request',
    change: null,
    expect: [issuesTokens, countsSeconds],
  },
  {
    id: 'rfc6749/5.1/refresh-token',
    title: 'gives a refresh_token, if any, as a string of printable ASCII',
    requires: ['RFC6749-5.1-f', 'RFC6749-5.1-i', 'RFC6749-A.17-a', 'RFC6749-10.4-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, keepsAlphabet('refresh_token', printable, printableWords)],
  },
  {
    id: 'rfc6749/5.1/refresh-token-left-out',
    title: 'leaves refresh_token out where a client may not refresh, and has no null for it',
    requires: ['RFC6749-5.1-f', 'RFC6749-5.1-i'],
    needs: ['no_refresh_grant_client'],
    act: async (stage) => {
      const outcome = await stage.exchange(await stage.obtainCode({ client: 'no_refresh_grant' }));
      stage.expect(outcome, issuesTokens, keepsAlphabet('refresh_token', printable, printableWords));
    },
  },
  {
    id: 'rfc6749/5.1/member-names',
    title: 'names the members with letters, digits, hyphens, dots and underscores',
    requires: ['RFC6749-8.2-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, namesMembers],
  },
  {
    id: 'rfc6749/5.1/no-store',
    title: 'forbids caches to store the answer to an exchange',
    requires: ['RFC6749-5.1-j'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, forbidsStoring],
  },
  {
    id: 'rfc6749/5.1/no-store-public',
    title: 'forbids caches to store the answer to a public client',
    requires: ['RFC6749-5.1-j'],
    from: 'public access token request',
    change: null,
    expect: [issuesTokens, forbidsStoring],
  },
  {
    id: 'rfc6749/5.1/no-store-on-refresh',
    title: 'forbids caches to store the answer to a refresh',
    requires: ['RFC6749-5.1-j'],
    from: 'refresh request',
    change: null,
    expect: [issuesTokens, forbidsStoring],
  },
  {
    id: 'rfc6749/5.1/no-store-on-registration',
    title: 'forbids caches to store the answer in which a client gets its secret',
    requires: ['RFC6749-5.1-l'],
    needs: ['registration'],
    act: async (stage) => {
      const outcome = await stage.register('confidential');
      stage.require(isRegistered(outcome), 'a confidential client is not registered');
      stage.expect(outcome, forbidsStoring);
    },
  },
  {
    id: 'rfc6749/5.1/pragma',
    title: 'forbids caches of old to store the answer to an exchange',
    requires: ['RFC6749-5.1-k'],
    advises: 'RFC 9111 §5.4 calls Pragma obsolete',
    from: 'access token request',
    change: null,
    expect: [forbidsStoringByOldCaches],
  },
  {
    id: 'rfc6749/5.1/pragma-on-refresh',
    title: 'forbids caches of old to store the answer to a refresh',
    requires: ['RFC6749-5.1-k'],
    advises: 'RFC 9111 §5.4 calls Pragma obsolete',
    from: 'refresh request',
    change: null,
    expect: [forbidsStoringByOldCaches],
  },
];
