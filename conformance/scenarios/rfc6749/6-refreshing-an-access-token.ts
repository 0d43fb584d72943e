import { eitherOf } from '../../expect/combine.ts';
import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { answersJson } from '../../expect/token-response.ts';
import { blank, omit, set } from '../../model/change.ts';
import { alterLast, truncate } from '../../model/altered.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §6: a refresh token and what stands in its place. Whether a refresh gives a new one, and whether the old one
 * then works on, is the server's choice.
 */
export const refreshing: readonly Scenario[] = [
  {
    id: 'rfc6749/6/confidential-client',
    title: 'gives a confidential client an access token for its refresh token',
    requires: ['RFC6749-6-a', 'RFC6749-6-j', 'RFC6749-6-k'],
    from: 'refresh request',
    change: null,
    expect: [issuesTokens, answersJson],
  },
  {
    id: 'rfc6749/6/public-client',
    title: 'gives a public client an access token for its refresh token',
    requires: ['RFC6749-6-a', 'RFC6749-6-j'],
    needs: ['public_client', 'refresh_tokens'],
    act: async (stage) => {
      const { refresh_token } = await stage.obtainTokens({ client: 'public' });
      stage.require(refresh_token !== undefined, 'the public client got no refresh token');
      const outcome = await stage.refresh(refresh_token ?? '', { client: 'public' });
      stage.expect(outcome, issuesTokens, answersJson);
    },
  },
  {
    id: 'rfc6749/6/access-token-is-alive',
    title: 'gives an access token on refresh that is alive',
    requires: ['RFC6749-6-j'],
    needs: ['confidential_client', 'refresh_tokens', 'liveness'],
    act: async (stage) => {
      const { refresh_token = '' } = await stage.obtainTokens();
      const { access_token } = stage.tokensOf(await stage.refresh(refresh_token));
      stage.found('a live access token', (await stage.isAlive(access_token)) ? null : 'it is not alive');
    },
  },
  {
    id: 'rfc6749/6/refresh-token-missing',
    title: 'refuses a refresh request without refresh_token',
    requires: ['RFC6749-6-b', 'RFC6749-5.2-c'],
    from: 'refresh request',
    change: omit('refresh_token'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/6/refresh-token-blank',
    title: 'refuses a refresh_token without a value',
    requires: ['RFC6749-6-i'],
    from: 'refresh request',
    change: blank('refresh_token'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/6/refresh-token-unknown',
    title: 'refuses a refresh token that was never issued',
    requires: ['RFC6749-6-i', 'RFC6749-5.2-o'],
    from: 'refresh request',
    change: set('refresh_token', 'conformance-unknown-token'),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/6/refresh-token-altered',
    title: 'refuses a refresh token whose last character is another',
    requires: ['RFC6749-6-i', 'RFC6749-10.4-f', 'RFC6749-5.2-o'],
    from: 'refresh request',
    change: set('refresh_token', alterLast),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/6/refresh-token-truncated',
    title: 'refuses a refresh token that lacks its end',
    requires: ['RFC6749-6-i', 'RFC6749-10.4-f', 'RFC6749-5.2-o'],
    from: 'refresh request',
    change: set('refresh_token', truncate),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/6/refresh-token-long',
    title: 'refuses a refresh token of ten thousand characters',
    requires: ['RFC6749-6-i'],
    from: 'refresh request',
    change: set('refresh_token', 'a'.repeat(10_000)),
    expect: [refusesToken(['invalid_grant'], { tolerated: ['invalid_request'] })],
  },
  {
    id: 'rfc6749/6/access-token-as-refresh-token',
    title: 'refuses an access token in place of the refresh token',
    requires: ['RFC6749-6-i', 'RFC6749-5.2-o'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const { access_token } = await stage.obtainTokens();
      stage.expect(await stage.refresh(access_token), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/6/code-as-refresh-token',
    title: 'refuses a code in place of the refresh token',
    requires: ['RFC6749-6-i', 'RFC6749-5.2-o'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const { code } = await stage.obtainCode();
      stage.expect(await stage.refresh(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/6/former-refresh-token',
    title: 'takes or refuses a refresh token that was used before',
    requires: ['RFC6749-6-l', 'RFC6749-6-j'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const { refresh_token = '' } = await stage.obtainTokens();
      stage.tokensOf(await stage.refresh(refresh_token));
      stage.expect(
        await stage.refresh(refresh_token),
        eitherOf(refusesToken(['invalid_grant']), issuesTokens),
      );
    },
  },
  {
    id: 'rfc6749/6/chain',
    title: 'takes the refresh token of the latest answer, twice in a row',
    requires: ['RFC6749-6-j'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const { refresh_token: first = '' } = await stage.obtainTokens();
      const { refresh_token: second = first } = stage.tokensOf(await stage.refresh(first));
      stage.expect(await stage.refresh(second), issuesTokens);
    },
  },
];
