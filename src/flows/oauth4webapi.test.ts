import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listenForCallback, type CallbackListener } from '../testing/callback-listener.ts';
import { databases } from '../testing/databases.ts';
import { allow, deployment, signIn } from '../testing/deployment.ts';

const http = { [oauth.allowInsecureRequests]: true } as const;
const scope = 'profile event:read event:write';

describe.each(databases)('oauth4webapi and codegrant serve on $name', ({ create }) => {
  const site = deployment({ create });
  let as: oauth.AuthorizationServer;
  let callback: CallbackListener;
  beforeAll(async () => {
    callback = await listenForCallback();
    const issuer = new URL(site.origin);
    const answer = await oauth.discoveryRequest(issuer, { ...http, algorithm: 'oauth2' });
    as = await oauth.processDiscoveryResponse(issuer, answer);
  });
  afterAll(() => callback.close());

  const kinds = {
    'a confidential client by Basic': () => confidential(oauth.ClientSecretBasic),
    'a confidential client by the body': () => confidential(oauth.ClientSecretPost),
    'a public client': () => ({ client: site.clients.public, auth: oauth.None() }),
  };
  function confidential(method: (secret: string) => oauth.ClientAuth) {
    const client = site.clients.confidential;
    return { client, auth: method(client.client_secret) };
  }

  async function authorizationUrl(client: oauth.Client) {
    const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
    const url = new URL(as.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: callback.uri,
      scope,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    return { url: url.href, verifier, state };
  }

  async function obtain(client: oauth.Client, auth: oauth.ClientAuth, ticked?: string[]) {
    const { url, verifier, state } = await authorizationUrl(client);
    await allow(url, ticked);
    const parameters = oauth.validateAuthResponse(as, client, (await callback.next()).url, state);
    const exchange = () =>
      oauth.authorizationCodeGrantRequest(as, client, auth, parameters, callback.uri, verifier, http);
    return { exchange, tokens: await oauth.processAuthorizationCodeResponse(as, client, await exchange()) };
  }

  async function me(token: string) {
    const url = new URL('/api/me', site.origin);
    const answer = await oauth.protectedResourceRequest(token, 'GET', url, undefined, undefined, http);
    return (await answer.json()) as { username: string };
  }

  test.each(Object.entries(kinds))('%s goes from discovery to revocation', async (_, kind) => {
    const { client, auth } = kind();
    const { tokens } = await obtain(client, auth);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope });
    expect(await me(tokens.access_token)).toMatchObject({ username: 'ada' });

    const refresh = oauth.refreshTokenGrantRequest(as, client, auth, tokens.refresh_token ?? '', http);
    const next = await oauth.processRefreshTokenResponse(as, client, await refresh);
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect(await me(next.access_token)).toMatchObject({ username: 'ada' });

    const revocation = await oauth.revocationRequest(as, client, auth, next.refresh_token ?? '', http);
    await oauth.processRevocationResponse(revocation);
    await expect(me(next.access_token)).rejects.toThrow(oauth.WWWAuthenticateChallengeError);
  });

  test('introspection tells a confidential client what its token opens, and that it is over', async () => {
    const { client, auth } = kinds['a confidential client by Basic']();
    const { tokens } = await obtain(client, auth, ['event:read']);
    const introspect = async () => {
      const answer = await oauth.introspectionRequest(as, client, auth, tokens.access_token, http);
      return await oauth.processIntrospectionResponse(as, client, answer);
    };
    expect(await introspect()).toMatchObject({
      active: true,
      client_id: client.client_id,
      scope: 'event:read',
    });
    await oauth.revocationRequest(as, client, auth, tokens.access_token, http);
    expect(await introspect()).toEqual({ active: false });
  });

  test('a code that is exchanged twice is refused, and takes its tokens along', async () => {
    const { client, auth } = kinds['a public client']();
    const { exchange, tokens } = await obtain(client, auth);
    const again = oauth.processAuthorizationCodeResponse(as, client, await exchange());
    await expect(again).rejects.toMatchObject({ error: 'invalid_grant', status: 400 });
    await expect(me(tokens.access_token)).rejects.toThrow(oauth.WWWAuthenticateChallengeError);
  });

  test('a denial comes back to the client with its state and the issuer', async () => {
    const { client } = kinds['a public client']();
    const { url, state } = await authorizationUrl(client);
    await (await signIn(url)).submit({}, 'deny');
    const { url: arrived } = await callback.next();
    expect(() => oauth.validateAuthResponse(as, client, arrived, state)).toThrow(
      expect.objectContaining({ error: 'access_denied' }) as Error,
    );
    expect(arrived.searchParams.get('iss')).toBe(as.issuer);
  });

  test('a client that registers itself goes through the flow', async () => {
    const metadata = { client_name: 'Newcomer', redirect_uris: [callback.uri], scope };
    const registration = await oauth.dynamicClientRegistrationRequest(as, metadata, http);
    const client = await oauth.processDynamicClientRegistrationResponse(registration);
    const auth = oauth.ClientSecretBasic(client.client_secret as string);
    const { tokens } = await obtain(client, auth);
    expect(await me(tokens.access_token)).toMatchObject({ username: 'ada' });
  });
});
