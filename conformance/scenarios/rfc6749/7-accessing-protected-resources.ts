import { deniesAccess, servesResource } from '../../expect/resource.ts';
import { alterLast, truncate } from '../../model/altered.ts';
import { header } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import { obtainNarrowToken } from '../narrow-token.ts';

const token = (edit: (token: string) => string) =>
  header('authorization', (valid) => valid.replace(/(?<=[ "])[^" ]+(?="?$)/, edit));

/** RFC 6749 §7: the resource checks a token before it gives anything away. Expiry is left to a group of its own. */
export const accessingResources: readonly Scenario[] = [
  {
    id: 'rfc6749/7/valid-token',
    title: 'opens the resource to a fresh access token',
    requires: ['RFC6749-7-a'],
    from: 'resource request',
    change: null,
    expect: [servesResource],
  },
  {
    id: 'rfc6749/7/unknown-token',
    title: 'keeps the resource shut to a token that was never issued',
    requires: ['RFC6749-7-a', 'RFC6749-7.2-a'],
    from: 'resource request',
    change: token(() => 'conformance-unknown-token'),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6749/7/altered-token',
    title: 'keeps the resource shut to a token whose last character is another',
    requires: ['RFC6749-7-a', 'RFC6749-10.3-b', 'RFC6750-5.2-f'],
    from: 'resource request',
    change: token(alterLast),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6749/7/truncated-token',
    title: 'keeps the resource shut to a token that lacks its end',
    requires: ['RFC6749-7-a', 'RFC6749-10.3-b'],
    from: 'resource request',
    change: token(truncate),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6749/7/extended-token',
    title: 'keeps the resource shut to a token with more at its end',
    requires: ['RFC6749-7-a', 'RFC6749-10.3-b'],
    from: 'resource request',
    change: token((valid) => `${valid}0`),
    expect: [deniesAccess],
  },
  {
    id: 'rfc6749/7/refresh-token',
    title: 'keeps the resource shut to a refresh token',
    requires: ['RFC6749-7-a'],
    needs: ['confidential_client', 'refresh_tokens', 'resource'],
    act: async (stage) => {
      const { refresh_token } = await stage.obtainTokens();
      stage.require(refresh_token !== undefined, 'the exchange gave no refresh token');
      stage.expect(await stage.callResource(refresh_token ?? ''), deniesAccess);
    },
  },
  {
    id: 'rfc6749/7/code',
    title: 'keeps the resource shut to a code',
    requires: ['RFC6749-7-a'],
    needs: ['confidential_client', 'resource'],
    act: async (stage) => {
      const { code } = await stage.obtainCode();
      stage.expect(await stage.callResource(code), deniesAccess);
    },
  },
  {
    id: 'rfc6749/7/insufficient-scope',
    title: 'keeps the resource shut to a token without the scope that it demands',
    requires: ['RFC6749-7-c'],
    needs: ['confidential_client', 'resource', 'two_scopes', 'resource_scope'],
    act: async (stage) => {
      const access_token = await obtainNarrowToken(stage);
      stage.expect(await stage.callResource(access_token), deniesAccess);
    },
  },
  {
    id: 'rfc6749/7/refreshed-token',
    title: 'opens the resource to the access token of a refresh',
    requires: ['RFC6749-7-a'],
    needs: ['confidential_client', 'refresh_tokens', 'resource'],
    act: async (stage) => {
      const { refresh_token = '' } = await stage.obtainTokens();
      const { access_token } = stage.tokensOf(await stage.refresh(refresh_token));
      stage.expect(await stage.callResource(access_token), servesResource);
    },
  },
];
