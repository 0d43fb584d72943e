import { AuthorizationCode } from 'simple-oauth2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { challenge, verifier } from '../testing/owner.ts';
import { listenForCallback, type CallbackListener } from '../testing/callback-listener.ts';
import { databases } from '../testing/databases.ts';
import { allow, deployment, type RegisteredClient } from '../testing/deployment.ts';

describe.each(databases)('simple-oauth2 and codegrant serve on $name', ({ create }) => {
  const site = deployment({ create });
  let callback: CallbackListener;
  beforeAll(async () => {
    callback = await listenForCallback();
  });
  afterAll(() => callback.close());

  function configure(client: RegisteredClient, authorizationMethod: 'header' | 'body') {
    return new AuthorizationCode({
      client: { id: client.client_id, secret: client.client_secret },
      // Everything but the host is what the package takes by itself, as it follows RFC 6749.
      auth: { tokenHost: site.origin },
      options: { authorizationMethod },
    });
  }

  const methods = {
    'a confidential client by Basic': () => configure(site.clients.confidential, 'header'),
    'a confidential client by the body': () => configure(site.clients.confidential, 'body'),
    'a public client, whose secret is empty,': () => configure(site.clients.public, 'body'),
  };

  async function obtain(client: AuthorizationCode, scope = ['profile', 'event:write']) {
    const state = 'a state with ; & = + % # "';
    const request = { redirect_uri: callback.uri, scope, state };
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    await allow(client.authorizeURL({ ...request, ...pkce }));
    const { searchParams } = (await callback.next()).url;
    expect(searchParams.get('state')).toBe(state);
    expect(searchParams.get('iss')).toBe(site.origin);
    const exchange = { code: searchParams.get('code') ?? '', redirect_uri: callback.uri };
    return await client.getToken({ ...exchange, code_verifier: verifier } as typeof exchange);
  }

  async function me(token: unknown) {
    const headers = { authorization: `Bearer ${String(token)}` };
    return fetch(`${site.origin}/api/me`, { headers });
  }

  test.each(Object.entries(methods))('%s obtains, refreshes and revokes tokens', async (_, make) => {
    const first = await obtain(make());
    expect(first.expired()).toBe(false);
    expect(await (await me(first.token.access_token)).json()).toMatchObject({ username: 'ada' });

    const next = await first.refresh();
    expect(next.token.refresh_token).not.toBe(first.token.refresh_token);
    expect((await me(next.token.access_token)).status).toBe(200);

    await next.revokeAll();
    expect((await me(next.token.access_token)).status).toBe(401);
    await expect(next.refresh()).rejects.toThrow('Bad Request');
  });

  test('a refresh may narrow the scope of the access token', async () => {
    const first = await obtain(methods['a confidential client by Basic']());
    const { token } = await first.refresh({ scope: 'profile' });
    expect(token.scope).toBe('profile');
  });
});
