import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { addClient, openConsent, sendForm } from '../testing/dialect-flow.ts';
import { csrfTokenIn, plantCode, signedIn, type Tokens } from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { refusalOf } from '../testing/token-client.ts';

const client_id = 'ac212ddea07c6ac009d26de8090f5918f73ae648dc3676b1f00aeeae4fca67e1';
const redirect_uri = 'http://www.my_redirect_uri.com';

/** The requests of GoCD's document. */
const printed = {
  authorization: `/oauth/authorize?redirect_uri=${redirect_uri}&client_id=${client_id}&response_type=code`,
  token: (code: string) =>
    `code=${code}&grant_type=authorization-code&client_id=${client_id}&client_secret=${clientSecret}&redirect_uri=www.my_redirect_uri.com`,
  use: (token: string) => `Token token="${token}"`,
};

describe('GoCD, as its document has it', () => {
  const server = testServer({ dialects: ['gocd'] });
  const withQuery = 'http://www.my_redirect_uri.com/cb?job=7&name=a%20b';
  beforeAll(() => addClient(server, { client_id, redirect_uris: [redirect_uri, withQuery] }));
  const plant = (changes = {}) => plantCode(server, { client_id, redirect_uri, ...changes });
  const exchange = (body: string, path = '/go/oauth/token') => sendForm(server, path, body);
  const tokens = async (changes = {}) => {
    const answer = await exchange(printed.token(await plant(changes))).expect(200);
    return answer.body as Tokens;
  };
  const gadgets = (authorization: string) =>
    supertest(server.url).get('/go/gadgets').set('Authorization', authorization);

  it('registers the client of the example at the page for it, plain http and all', async () => {
    const browser = await signedIn(server);
    const form = await browser.get('/oauth/applications/new').expect(200);
    const fields = { client_name: 'Gadgets', redirect_uris: redirect_uri, client_type: 'confidential' };
    const rest = { scope: 'profile', csrf_token: csrfTokenIn(form.text) };
    const answer = await browser
      .post('/oauth/applications')
      .type('form')
      .send({ ...fields, ...rest });
    expect([answer.status, /cgs_[\w-]{43}/.test(answer.text)]).toEqual([201, true]);
  });

  it('sends the code to the redirect URI once the box is ticked and submitted', async () => {
    const consent = await openConsent(server, printed.authorization);
    expect(consent.text).toContain('http://www.my_redirect_uri.com');
    expect(consent.html).toMatch(/<input type="checkbox" name="agreed" value="yes" required/);
    expect(consent.html).toMatch(/value="approve"[^>]*>Submit</);
    const { location } = await consent.submit({ agreed: ['yes'] }, 'approve');
    expect(location).toMatch(/^http:\/\/www\.my_redirect_uri\.com\?code=[\w.-]+&/);
  });

  it('asks again where the box was not ticked, and sends no code', async () => {
    const consent = await openConsent(server, `${printed.authorization}&state=xyz`);
    const again = await consent.submit({}, 'approve');
    expect([again.status, again.location]).toEqual([200, null]);
    expect(again.text).toContain('Tick the box to allow it, or deny it.');
    const { location } = await again.submit({ agreed: ['yes'] }, 'approve');
    expect(location).toMatch(/\?code=.*&state=xyz&/);
  });

  it('asks again with the permissions that were left ticked, and no others', async () => {
    const consent = await openConsent(server, `${printed.authorization}&scope=profile+event:write`);
    const again = await consent.submit({ scope_granted: ['profile'] }, 'approve');
    const { location } = await again.submit({ agreed: ['yes'] }, 'approve');
    const code = new URL(location ?? '').searchParams.get('code') ?? '';
    const { body } = await exchange(printed.token(code)).expect(200);
    expect((body as Tokens).scope).toBe('profile');
  });

  it('lets the owner deny without a tick, and tells the client', async () => {
    const consent = await openConsent(server, `${printed.authorization}&state=xyz`);
    expect(consent.html).toMatch(/value="deny"[^>]*formnovalidate/i);
    const { location } = await consent.submit({}, 'deny');
    expect(location).toMatch(/^http:\/\/www\.my_redirect_uri\.com\?error=access_denied&.*state=xyz/);
  });

  it('keeps the query of the redirect URI', async () => {
    const target = printed.authorization.replace(redirect_uri, encodeURIComponent(withQuery));
    const { location } = await (await openConsent(server, target)).submit({ agreed: ['yes'] }, 'approve');
    expect(location?.slice(0, withQuery.length + 6)).toBe(`${withQuery}&code=`);
  });

  it.each(['/go/oauth/token', '/oauth/token'])('exchanges the code at %s', async (path) => {
    const { body } = await exchange(printed.token(await plant()), path).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      refresh_token: expect.any(String),
      token_type: 'Bearer',
      scope: 'profile event:write',
    });
  });

  it('takes the values of RFC 6749 §4.1.3 as well', async () => {
    const body = printed
      .token(await plant())
      .replace('-code', '_code')
      .replace('=www.', '=http://www.');
    await exchange(body).expect(200);
  });

  it.each([
    ['another host', 'www.my_redirect_uri.com.evil.example', 'invalid_grant'],
    ['a path more', 'www.my_redirect_uri.com/', 'invalid_grant'],
    ['half a scheme', '//www.my_redirect_uri.com', 'invalid_grant'],
    ['another scheme', 'https://www.my_redirect_uri.com', 'invalid_grant'],
    ['none', undefined, 'invalid_request'],
  ])('refuses an exchange whose redirect_uri is %s', async (_, sent, error) => {
    const body = printed.token(await plant()).replace(/&redirect_uri=.*/, '');
    const answer = await exchange(sent === undefined ? body : `${body}&redirect_uri=${sent}`);
    expect(refusalOf(answer)).toEqual([400, error]);
  });

  it.each(['authorization code', 'Authorization-Code', '__proto__', 'refresh-token'])(
    'refuses the grant type %s',
    async (grant_type) => {
      const body = printed.token(await plant()).replace('authorization-code', grant_type);
      expect(refusalOf(await exchange(body))).toEqual([400, 'unsupported_grant_type']);
    },
  );

  it('opens the gadgets by the scheme Token, and by Bearer', async () => {
    const { access_token } = await tokens({ scope: 'profile event:read' });
    const { body } = await gadgets(printed.use(access_token)).expect(200);
    expect(body).toEqual({
      gadgets: [
        { title: expect.any(String), url: `${server.issuer}/api/me` },
        { title: expect.any(String), url: `${server.issuer}/api/events` },
      ],
    });
    await gadgets(`Bearer ${access_token}`).expect(200);
  });

  it.each([
    ['an unknown token', 'Token token="x"', 401],
    ['an empty token', 'Token token=""', 400],
    ['no token', 'Token', 401],
    ['a token without quotes', 'Token token=abc', 401],
    ['two tokens', 'Token token="a", token="b"', 401],
  ])('refuses %s at the gadgets', async (_, authorization, status) => {
    const answer = await gadgets(authorization);
    expect(answer.status).toBe(status);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it('refuses a token that does not reach the gadgets', async () => {
    const { access_token } = await tokens({ scope: 'event:read' });
    expect(refusalOf(await gadgets(printed.use(access_token)))).toEqual([403, 'insufficient_scope']);
  });

  it('knows the scheme Token at the gadgets alone', async () => {
    const { access_token } = await tokens();
    const answer = await supertest(server.url).get('/api/me').set('Authorization', printed.use(access_token));
    expect(answer.status).toBe(401);
  });
});
