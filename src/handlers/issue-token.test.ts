import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { obtainTokens, plantCode, verifier } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { exchange, getMe, postForm, refresh, refusalOf } from '../testing/token-client.ts';

describe.each(databases)('the flow on $name', ({ create }) => {
  const server = testServer({ create });

  it('leads a confidential client from the consent page to the resource', async () => {
    const { access_token } = await obtainTokens(server);
    const { body } = await getMe(server, access_token).expect(200);
    expect(body).toEqual({ sub: server.cast.owner.id, username: 'ada', name: 'Ada Lovelace' });
  });

  it('leads a public client there with PKCE, and on with the refresh token', async () => {
    const request = {
      client_id: 'public',
      redirect_uri: 'http://127.0.0.1:49152/callback',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    };
    const { refresh_token } = await obtainTokens(server, request);
    const client = { client_id: 'public', client_secret: undefined };
    const next = await refresh(server, refresh_token, client).expect(200);
    await getMe(server, next.body.access_token as string).expect(200);
  });
});

describe('an access token response, RFC 6749 §5.1', () => {
  const server = testServer();

  it('is JSON with its members at the top, of the types they have, and nothing else', async () => {
    const answer = await exchange(server, await plantCode(server)).expect(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json(;|$)/);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^[!-~]+$/),
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^[!-~]+$/),
      scope: 'profile event:write',
    });
  });

  it('is kept by no cache', async () => {
    const answer = await exchange(server, await plantCode(server)).expect(200);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  it('names the granted scope where the owner granted less than was asked for', async () => {
    const { body } = await exchange(server, await plantCode(server, { scope: 'profile' })).expect(200);
    expect(body.scope).toBe('profile');
  });

  it('has no refresh token for a client that is not registered for the grant type', async () => {
    await server.store.clients.add(
      aClient({ ...server.cast.confidential, client_id: 'plain', grant_types: ['authorization_code'] }),
    );
    const code = await plantCode(server, { client_id: 'plain' });
    const { body } = await exchange(server, code, { client_id: 'plain' }).expect(200);
    expect(body).not.toHaveProperty('refresh_token');
  });
});

describe('an error response, RFC 6749 §5.2', () => {
  const server = testServer();
  const confidential = { client_id: 'confidential', client_secret: clientSecret };
  const post = (parameters: Record<string, string | undefined>) =>
    postForm(server, '/oauth/token', { ...confidential, ...parameters });
  const unknownCode = `cgc_${'0'.repeat(32)}.${'A'.repeat(43)}`;
  const redirect_uri = 'https://app.example/callback';

  it.each([
    ['no grant_type', { code: unknownCode }, 'invalid_request'],
    ['an empty grant_type', { grant_type: '', code: unknownCode }, 'invalid_request'],
    ['an unknown grant_type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['a grant_type in another letter case', { grant_type: 'Authorization_Code' }, 'unsupported_grant_type'],
    ['no code', { grant_type: 'authorization_code', redirect_uri }, 'invalid_request'],
    ['an empty code', { grant_type: 'authorization_code', code: '', redirect_uri }, 'invalid_request'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'invalid_request'],
    [
      'an unknown code',
      { grant_type: 'authorization_code', code: unknownCode, redirect_uri },
      'invalid_grant',
    ],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
    ['a wrong secret', { grant_type: 'authorization_code', client_secret: 'guess' }, 'invalid_client'],
    ['an unknown client', { grant_type: 'authorization_code', client_id: 'nobody' }, 'invalid_client'],
  ])('to %s has its code, and of the members only those of the RFC', async (_case, parameters, error) => {
    const answer = await post(parameters);
    expect(refusalOf(answer)).toEqual([error === 'invalid_client' ? 401 : 400, error]);
    expect(Object.keys(answer.body as object).sort()).toEqual(['error', 'error_description', 'error_uri']);
    expect(answer.headers['content-type']).toMatch(/^application\/json(;|$)/);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect('www-authenticate' in answer.headers).toBe(error === 'invalid_client');
  });

  it('stays in the character sets, whatever was sent', async () => {
    const nasty = '"\\é\u2028<script>🔑';
    const requests = ['grant_type', 'code', 'refresh_token', 'redirect_uri', 'scope', 'client_id'].map(
      (name) => post({ grant_type: 'refresh_token', refresh_token: 'x', [name]: nasty }),
    );
    for (const { body, status } of await Promise.all(requests)) {
      expect([400, 401]).toContain(status);
      expect(body.error).toMatch(/^[ !#-[\]-~]+$/);
      expect(body.error_description).toMatch(/^[ !#-[\]-~]+$/);
      expect(body.error_uri).toMatch(/^https:\/\/[!#-[\]-~]+$/);
      expect(JSON.stringify(body)).not.toContain('<script');
    }
  });

  it('to a scope outside the grammar of RFC 6749 §3.3 is invalid_scope', async () => {
    for (const scope of ['profile  event:write', ' profile', 'pro"file', 'profile\\', 'é'])
      expect(
        refusalOf(await post({ grant_type: 'refresh_token', refresh_token: 'x', scope })),
        scope,
      ).toEqual([400, 'invalid_scope']);
  });

  it('to a repeated scope is invalid_request', async () => {
    const body = 'grant_type=refresh_token&refresh_token=x&client_id=public&scope=profile&scope=profile';
    const answer = await supertest(server.url).post('/oauth/token').type('form').send(body);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('to a client that is not registered for the grant type is unauthorized_client', async () => {
    const client = { ...server.cast.confidential, client_id: 'unauthorized' };
    await server.store.clients.add(aClient({ ...client, grant_types: ['authorization_code'] }));
    const answer = await post({
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id: 'unauthorized',
    });
    expect(refusalOf(answer)).toEqual([400, 'unauthorized_client']);
    expect(answer.headers).not.toHaveProperty('www-authenticate');
  });

  it('names the request in the log, which keeps the reason', async () => {
    const answer = await post({ grant_type: 'refresh_token', refresh_token: 'x' });
    const line = server.log.find((text) => text.includes(answer.headers['x-request-id'] as string));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      operation: 'issueToken',
      reason: 'refresh_token_unknown',
      status: 400,
    });
  });
});

describe('the token endpoint, RFC 6749 §3.2', () => {
  const server = testServer();

  it.each(['get', 'head', 'put', 'delete', 'patch'] as const)('answers %s with 405', async (method) => {
    const answer = await supertest(server.url)[method](
      '/oauth/token?grant_type=authorization_code&client_id=public',
    );
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });

  it.each([
    'grant_type',
    'code',
    'redirect_uri',
    'code_verifier',
    'refresh_token',
    'client_id',
    'client_secret',
  ])('refuses %s in the URL, and the code stays usable', async (name) => {
    const code = await plantCode(server, {
      client_id: 'public',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    });
    const body: Record<string, string> = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'https://app.example/callback',
      client_id: 'public',
      code_verifier: verifier,
    };
    const query = new URLSearchParams({ [name]: body[name] ?? 'x' }).toString();
    const answer = await postForm(server, `/oauth/token?${query}`, body);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
    await postForm(server, '/oauth/token', body).expect(200);
  });

  it('ignores a query that is none of its business', async () => {
    const body = {
      grant_type: 'authorization_code',
      code: await plantCode(server),
      redirect_uri: 'https://app.example/callback',
      client_id: 'confidential',
      client_secret: clientSecret,
    };
    await postForm(server, '/oauth/token?tenant=1', body).expect(200);
  });

  it('treats a parameter without a value as left out', async () => {
    const code = await plantCode(server);
    await exchange(server, code, { code_verifier: '', scope: '', refresh_token: '' }).expect(200);
  });

  it.each([
    ['broken percent-encoding', 'grant_type=%zz'],
    ['bytes that are not UTF-8', 'grant_type=authorization_code&code=%ff'],
    ['NUL', 'grant_type=authorization_code&code=a%00b'],
    ['nothing', ''],
    ['more than 64 KiB', `grant_type=authorization_code&code=${'a'.repeat(65_536)}`],
  ])('answers a body of %s with invalid_request', async (_case, body) => {
    const answer = await supertest(server.url).post('/oauth/token').type('form').send(body);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('reads a body whose media type names its charset', async () => {
    const code = await plantCode(server);
    const type = 'application/x-www-form-urlencoded; charset=UTF-8';
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'https://app.example/callback',
      client_id: 'confidential',
      client_secret: clientSecret,
    });
    await supertest(server.url).post('/oauth/token').type(type).send(body.toString()).expect(200);
  });
});
