import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listenForCallback, type CallbackListener } from '../testing/callback-listener.ts';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { allow, deployment } from '../testing/deployment.ts';

const [sqlite] = databases as [DatabaseKind];

describe('openid-client and codegrant serve', () => {
  const site = deployment(sqlite);
  let callback: CallbackListener;
  beforeAll(async () => {
    callback = await listenForCallback();
  });
  afterAll(() => callback.close());

  test('a client knows the issuer and nothing else of the server', async () => {
    const { client_id, client_secret } = site.clients.confidential;
    const server = new URL(site.origin);
    const discovery = { algorithm: 'oauth2' as const, execute: [client.allowInsecureRequests] };
    const config = await client.discovery(server, client_id, client_secret, undefined, discovery);
    const [pkceCodeVerifier, expectedState] = [client.randomPKCECodeVerifier(), client.randomState()];
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: callback.uri,
      scope: 'profile',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
    });
    await allow(url.href);
    const checks = { pkceCodeVerifier, expectedState };
    const tokens = await client.authorizationCodeGrant(config, (await callback.next()).url, checks);
    expect(tokens.scope).toBe('profile');

    const next = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    const me = new URL('/api/me', server);
    const answer = await client.fetchProtectedResource(config, next.access_token, me, 'GET');
    expect(await answer.json()).toMatchObject({ username: 'ada', name: 'Ada' });

    await client.tokenRevocation(config, next.refresh_token ?? '');
    expect(await client.tokenIntrospection(config, next.access_token)).toEqual({ active: false });
  });
});
