import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { expectDeadEnd, formTargets, textOf } from '../testing/authorization-answer.ts';
import {
  accessTokenRequest,
  authorizationRequest,
  decide,
  signedIn,
  type Parameters,
} from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';
const request = (changes: Parameters = {}) =>
  authorizationRequest({ client_id: 'out-of-band', redirect_uri: outOfBand, ...changes });

describe('a code for copying', () => {
  const server = testServer();
  const codeIn = (html: string) => /cgc_[0-9a-f]{32}\.[A-Za-z0-9_-]{43}/.exec(html)?.[0];

  it('is shown on a page of this server and opens the grant', async () => {
    const browser = await signedIn(server);
    const { headers } = await decide(browser, request(), 'approve');
    expect(headers.location).toBe('/oauth/code');
    const page = await browser.get('/oauth/code').expect(200);
    expect(textOf(page.text)).toContain('valid for 60 seconds');
    const code = codeIn(page.text) ?? '';
    const exchange = accessTokenRequest(code, { client_id: 'out-of-band', redirect_uri: outOfBand });
    await supertest(server.url).post('/oauth/token').type('form').send(exchange).expect(200);
    expect(exchange.client_secret).toBe(clientSecret);
  });

  it('travels there in a cookie for that page alone, for as long as it lives', async () => {
    const { headers } = await decide(await signedIn(server), request(), 'approve');
    const [cookie = ''] = headers['set-cookie'] as unknown as string[];
    expect(codeIn(cookie)).toBeDefined();
    expect(cookie.split('; ').slice(1)).toEqual(
      expect.arrayContaining(['Max-Age=60', 'Path=/oauth/code', 'HttpOnly', 'SameSite=Lax']),
    );
  });

  it.each(['query', 'fragment', 'form_post'])(
    'is in no URL and no form in the response mode %s',
    async (mode) => {
      const browser = await signedIn(server);
      server.log.length = 0;
      const answer = await decide(browser, request({ response_mode: mode }), 'approve');
      expect([answer.status, answer.headers.location, answer.text]).toEqual([303, '/oauth/code', '']);
      const page = await browser.get('/oauth/code');
      expect(formTargets(page.text)).toEqual([]);
      expect(page.text).not.toMatch(/(href|src|action)="[^"]*cgc_/);
      expect(codeIn(server.log.join())).toBeUndefined();
    },
  );

  it('is shown once', async () => {
    const browser = await signedIn(server);
    await decide(browser, request(), 'approve');
    await browser.get('/oauth/code').expect(200);
    expectDeadEnd(await browser.get('/oauth/code'), 404);
  });

  it('counts down and is gone when it has expired', async () => {
    const browser = await signedIn(server);
    const { headers } = await decide(browser, request(), 'approve');
    const [cookie = ''] = (headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]);
    const show = () => supertest(server.url).get('/oauth/code').set('Cookie', cookie);
    server.clock.now += 59;
    expect(textOf((await show()).text)).toContain('valid for 1 second and');
    server.clock.now += 1;
    expectDeadEnd(await show(), 404);
  });

  it.each(['', 'x', '9999999999.x', '9999999999.<script>', '9999999999.cgc_x', '.', 'NaN.cgc_x', '%ff'])(
    'is not made of the cookie %j',
    async (value) => {
      const answer = supertest(server.url).get('/oauth/code').set('Cookie', `codegrant_code=${value}`);
      expectDeadEnd(await answer, 404);
    },
  );

  it('is not there for a browser that brings no cookie', async () => {
    const answer = await supertest(server.url).get('/oauth/code');
    expectDeadEnd(answer, 404);
    expect(textOf(answer.text)).toContain('There is no code to show');
  });
});

describe('an out-of-band request', () => {
  const server = testServer();

  it('may leave the redirect URI out where it is the only one', async () => {
    const { headers } = await decide(await signedIn(server), request({ redirect_uri: undefined }), 'approve');
    expect(headers.location).toBe('/oauth/code');
  });

  it('is refused to a client that has not registered for it', async () => {
    const answer = supertest(server.url)
      .get('/oauth/authorize')
      .query(request({ client_id: 'confidential' }));
    expectDeadEnd(await answer);
  });

  it.each([
    ['invalid_scope', { scope: 'no:such' }],
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { response_mode: 'fragment', code_challenge: 'short' }],
    ['invalid_scope', { response_mode: 'form_post', scope: 'no:such' }],
  ])('that earns %s shows it on a page, as there is nowhere to redirect to: %j', async (error, changes) => {
    const answer = await supertest(server.url).get('/oauth/authorize').query(request(changes));
    expectDeadEnd(answer);
    expect(textOf(answer.text)).toContain(`Error ${error} `);
  });

  it('that the owner denies ends on a page, without a code', async () => {
    const browser = await signedIn(server);
    const answer = await decide(browser, request(), 'deny');
    expectDeadEnd(answer, 403);
    expect(textOf(answer.text)).toContain('Error access_denied ');
    expectDeadEnd(await browser.get('/oauth/code'), 404);
  });
});
