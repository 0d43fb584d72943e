import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { authorizationRequest, decide, plantCode, signedIn, verifier } from '../testing/owner.ts';
import { register, registered } from '../testing/registration-client.ts';
import { testServer } from '../testing/server.ts';
import { exchange, getMe, refusalOf } from '../testing/token-client.ts';

describe('a registration, RFC 7591 §3.2.1', () => {
  const server = testServer();

  it('is answered with everything that was registered, and the secrets', async () => {
    const answer = await register(server, {
      client_uri: 'https://app.example/',
      response_types: ['code'],
    }).expect(201);
    expect(answer.body).toEqual({
      client_id: expect.stringMatching(/^[!-~]+$/),
      client_id_issued_at: server.clock.now,
      client_secret: expect.stringMatching(/^cgs_[A-Za-z0-9_-]{43}$/),
      client_secret_expires_at: 0,
      registration_access_token: expect.stringMatching(/^cgm_[A-Za-z0-9_-]{43}$/),
      registration_client_uri: `${server.issuer}/oauth/register/${answer.body.client_id}`,
      client_name: 'Garden planner',
      client_uri: 'https://app.example/',
      redirect_uris: ['https://app.example/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'profile event:write',
    });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  it('has the defaults of RFC 7591 §2 where metadata was left out', async () => {
    const changes = { client_name: undefined, grant_types: undefined, scope: undefined };
    const { body } = await register(server, changes).expect(201);
    expect(body).toMatchObject({
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'profile event:read event:write tokens:read tokens:revoke applications:read applications:write',
    });
  });

  it('gives a public client no secret', async () => {
    const { body } = await register(server, { token_endpoint_auth_method: 'none' }).expect(201);
    expect(body).not.toHaveProperty('client_secret');
    expect(body).not.toHaveProperty('client_secret_expires_at');
    expect(body).toHaveProperty('registration_access_token');
  });

  it('ignores metadata that this server does not know, and values that it gives itself', async () => {
    const chosen = { client_id: 'chosen', client_secret: 'chosen', client_id_issued_at: 1 };
    const { body } = await register(server, { ...chosen, logo_uri: 5, 'client_name#de': 'x' }).expect(201);
    expect([body.client_id, body.client_secret]).not.toContain('chosen');
    expect(body).toMatchObject({ client_id_issued_at: server.clock.now, client_name: 'Garden planner' });
    expect(body).not.toHaveProperty('logo_uri');
  });

  it('gives each client an identifier and secrets of its own', async () => {
    const [one, two] = [await registered(server), await registered(server)];
    expect(one.client_id).not.toBe(two.client_id);
    expect(one.client_secret).not.toBe(two.client_secret);
    expect(one.registration_access_token).not.toBe(two.registration_access_token);
  });

  it('makes a client that can go the whole way', async () => {
    const { client_id, client_secret } = await registered(server);
    const request = authorizationRequest({ client_id });
    const { headers } = await decide(await signedIn(server), request, 'approve');
    const code = new URL(headers.location as string).searchParams.get('code') ?? '';
    const { body } = await exchange(server, code, { client_id, client_secret }).expect(200);
    await getMe(server, body.access_token as string).expect(200);
  });

  it('makes a public client that needs PKCE and no secret', async () => {
    const { client_id } = await registered(server, { token_endpoint_auth_method: 'none' });
    const page = await supertest(server.url)
      .get('/oauth/authorize')
      .query(authorizationRequest({ client_id }));
    expect(new URL(page.headers.location as string).searchParams.get('error')).toBe('invalid_request');
    const code_challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const code = await plantCode(server, { client_id, code_challenge });
    const request = { client_id, client_secret: undefined, code_verifier: verifier };
    await exchange(server, code, request).expect(200);
  });
});

describe('a registration that is refused, RFC 7591 §3.2.2', () => {
  const server = testServer();

  it.each([
    ['plain http on the net', 'http://app.example/callback'],
    ['a fragment', 'https://app.example/callback#x'],
    ['no scheme', '/callback'],
    ['script', 'javascript:alert(1)'],
    ['a user name', 'https://me@app.example/'],
    ['no host', 'https:///callback'],
    ['more than 2048 characters', `https://app.example/${'a'.repeat(2048)}`],
  ])('is invalid_redirect_uri for a redirect URI with %s', async (_case, uri) => {
    const answer = await register(server, { redirect_uris: ['https://app.example/', uri] });
    expect(refusalOf(answer)).toEqual([400, 'invalid_redirect_uri']);
    expect(answer.body.error_description).toContain('redirect_uris[1]');
  });

  it.each([
    ['no redirect_uris', { redirect_uris: undefined }],
    ['empty redirect_uris', { redirect_uris: [] }],
    ['redirect_uris that are no list', { redirect_uris: 'https://app.example/' }],
    ['too many redirect_uris', { redirect_uris: Array<string>(33).fill('https://app.example/') }],
    ['an unknown scope', { scope: 'profile admin' }],
    ['a malformed scope', { scope: 'profile  event:write' }],
    ['an unknown grant type', { grant_types: ['implicit'] }],
    ['an unknown response type', { response_types: ['token'] }],
    ['grant and response types at odds', { grant_types: ['refresh_token'], response_types: ['code'] }],
    ['an unknown authentication method', { token_endpoint_auth_method: 'private_key_jwt' }],
    ['a name of no characters', { client_name: '' }],
    ['a name of 201 characters', { client_name: 'x'.repeat(201) }],
    ['a name that is no text', { client_name: 7 }],
    ['a name with NUL', { client_name: 'a\0b' }],
    ['a client_uri that is no URI', { client_uri: 'not a uri' }],
    ['a client_uri that runs script', { client_uri: 'javascript:alert(1)' }],
  ])('is invalid_client_metadata for %s', async (_case, changes) => {
    const answer = await register(server, changes);
    expect(refusalOf(answer)).toEqual([400, 'invalid_client_metadata']);
    expect(Object.keys(answer.body as object).sort()).toEqual(['error', 'error_description', 'error_uri']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it.each([
    ['no JSON', '{"redirect_uris":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a text', '"x"', 'application/json'],
    ['nothing', '', 'application/json'],
    ['a form', 'redirect_uris=x', 'application/x-www-form-urlencoded'],
    ['more than 64 KiB', JSON.stringify({ client_name: 'x'.repeat(65_536) }), 'application/json'],
    [
      'lists in lists, thirty thousand deep',
      `{"x":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      'application/json',
    ],
  ])('is invalid_client_metadata for a body of %s', async (_case, body, type) => {
    const answer = await supertest(server.url).post('/oauth/register').type(type).send(body);
    expect(refusalOf(answer)).toEqual([400, 'invalid_client_metadata']);
  });

  it('registers nothing', async () => {
    const before = await server.store.clients.list();
    await register(server, { scope: 'admin' }).expect(400);
    expect(await server.store.clients.list()).toEqual(before);
  });
});
