import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { revocationFinding } from '../../expect/revocation.ts';
import { set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §4.1.2: a code works once, and its second use withdraws what came from it. That withdrawal is a SHOULD, and
 * nothing is asked for tokens that the resource reads without asking anyone.
 */
export const codeRedemption: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.2/replay',
    title: 'refuses a code that was exchanged before',
    requires: ['RFC6749-4.1.2-e', 'RFC6749-10.5-b', 'RFC6749-5.2-o'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      stage.tokensOf(await stage.exchange(code));
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/replay-public',
    title: 'refuses a code of a public client that was exchanged before',
    requires: ['RFC6749-4.1.2-e', 'RFC6749-10.5-b', 'RFC6749-5.2-o'],
    needs: ['public_client'],
    act: async (stage) => {
      const code = await stage.obtainCode({ client: 'public' });
      stage.tokensOf(await stage.exchange(code));
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/second-replay',
    title: 'refuses a code at its third use as at its second',
    requires: ['RFC6749-4.1.2-e', 'RFC6749-5.2-o'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      stage.tokensOf(await stage.exchange(code));
      await stage.exchange(code);
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/replay-after-refresh',
    title: 'refuses a code that was exchanged before its tokens were refreshed',
    requires: ['RFC6749-4.1.2-e', 'RFC6749-5.2-o'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const { refresh_token = '' } = stage.tokensOf(await stage.exchange(code));
      stage.tokensOf(await stage.refresh(refresh_token));
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/one-success-after-failure',
    title: 'gives tokens once at most for a code whose first exchange failed',
    requires: ['RFC6749-4.1.2-e', 'RFC6749-5.2-o'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const failed = await stage.exchange(code, { change: set('redirect_uri', (uri) => `${uri}/other`) });
      stage.expect(failed, refusesToken(['invalid_grant', 'invalid_request']));
      await stage.exchange(code);
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/replay-by-other-client',
    title: 'refuses a code that was exchanged before to another client',
    requires: ['RFC6749-4.1.2-e', 'RFC6749-4.1.2-g', 'RFC6749-5.2-q'],
    needs: ['confidential_client', 'second_client'],
    act: async (stage) => {
      await stage.obtainTokens({ client: 'second' });
      const code = await stage.obtainCode();
      stage.tokensOf(await stage.exchange(code));
      stage.expect(await stage.exchange(code, { client: 'second' }), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/replay-revokes-access-token',
    title: 'revokes the access token of a code that comes a second time',
    requires: ['RFC6749-4.1.2-f', 'RFC6749-10.5-c'],
    needs: ['confidential_client', 'liveness'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const { access_token } = stage.tokensOf(await stage.exchange(code));
      stage.require(await stage.isAlive(access_token), 'a fresh access token is not alive');
      await stage.exchange(code);
      const finding = revocationFinding(stage.target, access_token, await stage.isAlive(access_token));
      stage.found(finding.expected, finding.received, finding.gravity);
    },
  },
  {
    id: 'rfc6749/4.1.2/replay-revokes-refreshed-token',
    title: 'revokes the refreshed access token of a code that comes a second time',
    requires: ['RFC6749-4.1.2-f', 'RFC6749-10.5-c'],
    needs: ['confidential_client', 'refresh_tokens', 'liveness'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const { refresh_token = '' } = stage.tokensOf(await stage.exchange(code));
      const { access_token } = stage.tokensOf(await stage.refresh(refresh_token));
      stage.require(await stage.isAlive(access_token), 'a fresh access token is not alive');
      await stage.exchange(code);
      const finding = revocationFinding(stage.target, access_token, await stage.isAlive(access_token));
      stage.found(finding.expected, finding.received, finding.gravity);
    },
  },
  {
    id: 'rfc6749/4.1.2/replay-revokes-refresh-token',
    title: 'revokes the refresh token of a code that comes a second time',
    requires: ['RFC6749-4.1.2-f'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const { refresh_token = '' } = stage.tokensOf(await stage.exchange(code));
      await stage.exchange(code);
      stage.expect(await stage.refresh(refresh_token), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.2/codes-are-independent',
    title: 'exchanges two codes of the same client and owner',
    requires: ['RFC6749-4.1.4-a'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const first = await stage.obtainCode();
      const second = await stage.obtainCode();
      stage.expect(await stage.exchange(second), issuesTokens);
      stage.expect(await stage.exchange(first), issuesTokens);
    },
  },
];
