import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt } from '../testing/authorization-answer.ts';
import { authorizationRequest, challenge, decide, signedIn, type Parameters } from '../testing/owner.ts';
import { registered } from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

describe('a valid authorization request, RFC 6749 §4.1.1', () => {
  const server = testServer();
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    browser = await signedIn(server);
  });
  const query = (changes: Parameters = {}) => new URLSearchParams(authorizationRequest(changes)).toString();
  const ask = (changes: Parameters = {}) => browser.get(`/oauth/authorize?${query(changes)}`);

  it('leads whoever is not signed in to the sign-in form and back to the same request', async () => {
    const answer = await supertest(server.url).get(`/oauth/authorize?${query({ state: 'a+b&c=d' })}`);
    expect(answer.status).toBe(303);
    const sign_in = new URL(answer.headers.location as string, server.url);
    expect([sign_in.origin, sign_in.pathname]).toEqual([server.url, '/login']);
    const back = new URL(sign_in.searchParams.get('return_to') as string, server.url);
    expect(back.pathname).toBe('/oauth/authorize');
    expect(Object.fromEntries(back.searchParams)).toEqual(authorizationRequest({ state: 'a+b&c=d' }));
  });

  it('shows the owner a page and answers the client only after the decision', async () => {
    const page = await ask().expect(200);
    expect(page.headers).not.toHaveProperty('location');
    expect(page.text).toContain('Calendar');
  });

  it.each(['query', 'fragment', 'form_post'] as const)(
    'is answered with code, state and iss and nothing else in the response mode %s',
    async (response_mode) => {
      const answer = await decide(browser, authorizationRequest({ response_mode }), 'approve');
      const { code, ...others } = answerAt(registered, answer, response_mode);
      expect(code).toMatch(/^cgc_[0-9a-f]{32}\.[A-Za-z0-9_-]{43}$/);
      expect(others).toEqual({ state: 'a state', iss: server.issuer });
    },
  );

  it.each([
    ['scope', { scope: undefined }],
    ['scope, by an empty one', { scope: '' }],
    ['state', { state: undefined }],
    ['redirect_uri, with one registered', { redirect_uri: undefined }],
    ['redirect_uri, by an empty one', { redirect_uri: '' }],
    ['all of them', { scope: undefined, state: undefined, redirect_uri: undefined }],
  ])('may leave out %s', async (_, changes) => {
    await ask(changes).expect(200);
    const answer = await decide(browser, authorizationRequest(changes), 'approve', ['profile']);
    expect(answerAt(registered, answer)).toHaveProperty('code');
  });

  it.each(['x_probe=1', '__proto__=1', 'constructor=1', 'toString=1', 'scope[]=x', 'x_probe=1&x_probe=2'])(
    'may bring along what nobody knows: %s',
    async (unknown) => {
      await browser.get(`/oauth/authorize?${query()}&${unknown}`).expect(200);
    },
  );

  it('may name its scope tokens twice and in any order, RFC 6749 §3.3', async () => {
    const { text } = await ask({ scope: 'event:write profile event:write' }).expect(200);
    expect(text.match(/name="scope_granted" value="([^"]*)"/g)).toEqual([
      'name="scope_granted" value="event:write"',
      'name="scope_granted" value="profile"',
    ]);
  });

  it('may come from a public client with an S256 challenge, RFC 7636 §4.3', async () => {
    const redirect_uri = 'http://127.0.0.1:49152/callback';
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    const request = authorizationRequest({ client_id: 'public', redirect_uri, ...pkce });
    expect(answerAt(redirect_uri, await decide(browser, request, 'approve'))).toHaveProperty('code');
  });

  it('gets another code each time, and each names its own grant', async () => {
    const answers = [
      await decide(browser, authorizationRequest(), 'approve'),
      await decide(browser, authorizationRequest(), 'approve'),
    ];
    const codes = answers.map((answer) => String(answerAt(registered, answer).code));
    expect(new Set(codes.map((code) => code.slice(0, 36))).size).toBe(2);
    expect(new Set(codes.map((code) => code.slice(36))).size).toBe(2);
  });

  it('is answered the same for HEAD, without the page', async () => {
    const answer = await browser.head(`/oauth/authorize?${query()}`);
    expect([answer.status, answer.text]).toEqual([200, undefined]);
  });

  it('is open to no script of another site, RFC 9700 §2.6', async () => {
    const answer = await ask().set('Origin', 'https://evil.example');
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
