import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { expectDeadEnd } from '../testing/authorization-answer.ts';
import { answerConsent, broughtBy } from '../testing/dialect-flow.ts';
import {
  accessTokenRequest,
  authorizationRequest,
  challenge,
  plantCode,
  signedIn,
  verifier,
} from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';
import { plantTokens, postForm } from '../testing/token-client.ts';
import { dialects } from './enabled.ts';

const everything = {
  ...authorizationRequest(),
  code_challenge: challenge,
  code_challenge_method: 'S256',
  response_mode: 'form_post',
};

describe.each(['gancio', 'ghost', 'gitshare'] as const)('the authorization endpoint of %s', (name) => {
  const server = testServer({ dialects: [name] });
  const { authorization_endpoint: path } = dialects[name];
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    browser = await signedIn(server);
  });

  it('reads every parameter of an authorization request, PKCE and response_mode among them', async () => {
    const page = await answerConsent(browser, path, everything, 'approve');
    expect(page.status).toBe(200);
    const code = /name="code" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const exchange = accessTokenRequest(code, { code_verifier: verifier });
    const token = name === 'gancio' ? '/oauth/token' : operations[`${name}Token`].path;
    await postForm(server, token, exchange).expect(200);
  });

  it.each(['repeated', 'not registered', 'unknown'])(
    'shows a page for a client or a URI that is %s',
    async (wrong) => {
      const query = new URLSearchParams(everything);
      if (wrong === 'repeated') query.append('client_id', 'confidential');
      if (wrong === 'not registered') query.set('redirect_uri', 'https://evil.example/');
      if (wrong === 'unknown') query.set('client_id', 'nobody');
      expectDeadEnd(await browser.get(`${path}?${query.toString()}`));
      const { text } = await browser.get(path).query(authorizationRequest());
      query.set('csrf_token', /name="csrf_token" value="([^"]*)"/.exec(text)?.[1] ?? '');
      expectDeadEnd(await browser.post(`${path}/decision`).type('form').send(query.toString()));
    },
  );

  it.each([
    ['scope', 'profile"', 'invalid_scope'],
    ['scope', 'no:such', 'invalid_scope'],
    ['state', 'é', 'invalid_request'],
    ['response_type', 'token', 'unsupported_response_type'],
    ['response_mode', 'smoke', 'invalid_request'],
    ['code_challenge', 'short', 'invalid_request'],
  ])('carries what is wrong with %s=%s to the client as %s', async (parameter, value, error) => {
    const answer = await browser.get(path).query(authorizationRequest({ [parameter]: value }));
    expect(answer.status).toBe(name === 'ghost' ? 302 : 303);
    expect(broughtBy(answer)).toMatchObject({ error, iss: server.issuer });
  });

  it('leads to the sign-in and back to itself', async () => {
    const answer = await supertest(server.url).get(path).query(authorizationRequest());
    const { pathname, searchParams } = new URL(String(answer.headers.location), server.url);
    expect(pathname).toBe('/login');
    expect(searchParams.get('return_to')).toMatch(new RegExp(`^${path}\\?response_type=code&`));
  });
});

describe.each(['ghostToken', 'gitshareToken', 'gocdToken'] as const)('the token endpoint of %s', (id) => {
  const { 'x-dialect': name, path } = operations[id];
  const server = testServer({ dialects: name === undefined ? [] : [name] });

  it('reads every parameter of a token request', async () => {
    const fields = accessTokenRequest(await plantCode(server, { code_challenge: challenge }));
    const rest = { code_verifier: verifier, refresh_token: 'x', scope: 'profile' };
    await postForm(server, path, { ...fields, ...rest }).expect(200);
  });

  it.each([
    ['a malformed scope', { scope: '"' }, 'invalid_scope'],
    ['a malformed verifier', { code_verifier: 'x' }, 'invalid_request'],
    ['an unknown grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no code', { code: undefined }, 'invalid_request'],
  ])('refuses %s as RFC 6749 §5.2 does', async (_, changes, error) => {
    const answer = await postForm(server, path, accessTokenRequest(await plantCode(server), changes));
    expect([answer.status, answer.body.error]).toEqual([400, error]);
    expect(Object.keys(answer.body as object)).toEqual(['error', 'error_description', 'error_uri']);
  });

  it('refuses parameters in the URL, and a body that is no form', async () => {
    const fields = accessTokenRequest(await plantCode(server));
    for (const sent of [
      supertest(server.url).post(path).query(fields),
      supertest(server.url).post(path).send(fields),
      postForm(server, `${path}?code=x`, fields),
    ]) {
      const { status, body } = await sent;
      expect([status, (body as { error: string }).error]).toEqual([400, 'invalid_request']);
    }
  });
});

describe('the resources under the dialect gitshare', () => {
  const server = testServer({ dialects: ['gitshare'] });
  const scope = 'profile event:read event:write tokens:read tokens:revoke';
  const event = { title: 'Harvest festival', starts_at: '2027-09-18T14:00:00+02:00' };

  it('are opened by a token in the query, each of them', async () => {
    const { access_token } = await plantTokens(server, { scope });
    const send = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
      supertest(server.url)[method](path).query({ access_token });
    await send('get', '/api/me').expect(200);
    const { id } = (await send('post', '/api/events').send(event).expect(201)).body as { id: string };
    await send('get', '/api/events').expect(200);
    await send('get', `/api/events/${id}`).expect(200);
    await send('put', `/api/events/${id}`).send(event).expect(200);
    await send('delete', `/api/events/${id}`).expect(204);
    const { tokens } = (await send('get', '/api/my_tokens').expect(200)).body as { tokens: { id: string }[] };
    await send('delete', `/api/my_tokens/${tokens[0]?.id}`).expect(204);
    await send('get', '/api/me').expect(401);
  });
});
