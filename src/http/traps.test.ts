import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { accessTokenRequest, authorizationRequest, plantCode } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';

const callback = 'https://app.example/callback';

/** The ten places where a validator and RFC 6749 disagree by default; each settled for the RFC. */
describe('the validator in front of the protocol', () => {
  const server = testServer();
  const authorize = (query: string) => supertest(server.url).get(`/oauth/authorize?${query}`);
  const plain = (changes = {}) => new URLSearchParams(authorizationRequest(changes)).toString();

  it('accepts a redirect_uri that is not percent-encoded', async () => {
    const answer = await authorize(`${plain({ redirect_uri: undefined })}&redirect_uri=${callback}`);
    expect(answer.headers.location).toMatch(/^\/login\?/);
  });

  it.each(['event:write', 'profile+event:write', 'profile%20event%3Awrite'])(
    'accepts scope=%s',
    async (scope) => {
      const answer = await authorize(`${plain({ scope: undefined })}&scope=${scope}`);
      expect(answer.headers.location).toMatch(/^\/login\?/);
    },
  );

  it('ignores an unknown parameter at the authorization endpoint', async () => {
    const answer = await authorize(plain({ x_probe: '1', 'state[x]': '2' }));
    expect(answer.headers.location).toMatch(/^\/login\?/);
  });

  it('ignores an unknown parameter at the token endpoint', async () => {
    const body = accessTokenRequest(await plantCode(server), { x_probe: '1' });
    await supertest(server.url).post('/oauth/token').type('form').send(body).expect(200);
  });

  it('treats an empty state as left out', async () => {
    const answer = await authorize(plain({ state: '', response_type: 'token' }));
    expect(new URL(answer.headers.location as string).searchParams.has('state')).toBe(false);
  });

  it.each(['response_type', 'scope', 'state', 'code_challenge', 'code_challenge_method', 'response_mode'])(
    'redirects invalid_request for a repeated %s',
    async (name) => {
      const answer = await authorize(`${plain({ [name]: 'code' })}&${name}=code`);
      const { origin, pathname, searchParams } = new URL(answer.headers.location as string);
      expect(origin + pathname).toBe(callback);
      expect(searchParams.get('error')).toBe('invalid_request');
      expect(searchParams.get('error_description')).toContain(name);
    },
  );

  it.each(['client_id', 'redirect_uri'])('shows a page for a repeated %s', async (name) => {
    const answer = await authorize(
      `${plain()}&${name}=${encodeURIComponent(authorizationRequest()[name] ?? '')}`,
    );
    expect([answer.status, answer.headers.location]).toEqual([400, undefined]);
    expect(answer.text).toContain(name);
  });

  it.each(['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret'])(
    'answers invalid_request for a repeated %s at the token endpoint',
    async (name) => {
      const body = new URLSearchParams(accessTokenRequest(await plantCode(server)));
      body.append(name, body.get(name) ?? '');
      const answer = await supertest(server.url).post('/oauth/token').type('form').send(body.toString());
      expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
      expect(answer.body.error_description).toContain(name);
    },
  );

  it.each([
    ['token', 'unsupported_response_type'],
    [undefined, 'invalid_request'],
  ])('redirects for response_type %s with %s', async (response_type, error) => {
    const { searchParams } = new URL((await authorize(plain({ response_type }))).headers.location as string);
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual([error, 'a state']);
  });

  it.each([
    ['application/json', '{"grant_type":"authorization_code"}'],
    ['text/plain', 'grant_type=authorization_code'],
    ['', 'grant_type=authorization_code'],
  ])(
    'answers invalid_request for a token request of type "%s" and names the form encoding',
    async (type, body) => {
      const answer = await fetch(`${server.url}/oauth/token`, {
        method: 'POST',
        body: Buffer.from(body),
        ...(type === '' ? {} : { headers: { 'content-type': type } }),
      });
      const { error, error_description } = (await answer.json()) as Record<string, string>;
      expect([answer.status, error]).toEqual([400, 'invalid_request']);
      expect(error_description).toContain('application/x-www-form-urlencoded');
    },
  );

  it('challenges a client that fails to authenticate', async () => {
    const body = accessTokenRequest('cgc_unknown', { client_secret: undefined, client_id: undefined });
    const answer = await supertest(server.url)
      .post('/oauth/token')
      .auth('confidential', 'wrong')
      .type('form')
      .send(body);
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
    expect(answer.headers['www-authenticate']).toMatch(/^Basic realm=/);
  });

  it('challenges a request for the resource that carries no token', async () => {
    const answer = await supertest(server.url).get('/api/me');
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="codegrant"']);
  });

  it('answers HEAD as GET, without the body', async () => {
    const answer = await fetch(`${server.url}/.well-known/oauth-authorization-server`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});
