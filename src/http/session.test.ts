import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { textOf } from '../testing/authorization-answer.ts';
import { authorizationRequest, csrfTokenIn } from '../testing/owner.ts';
import { password, testServer } from '../testing/server.ts';
import { cookieLine, cookieValue, signIn } from '../testing/sign-in.ts';

describe('the session cookie', () => {
  const server = testServer();

  it('is 256 random bits, out of reach of scripts and of forms on other sites', async () => {
    const [one, two] = [await supertest(server.url).get('/login'), await supertest(server.url).get('/login')];
    expect(cookieValue(one)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(cookieValue(two)).not.toBe(cookieValue(one));
    const [, ...attributes] = cookieLine(one.headers).split('; ');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  });

  it('is set by a page with a form and kept by the next one', async () => {
    const browser = supertest.agent(server.url);
    expect(cookieValue(await browser.get('/login'))).not.toBeNull();
    expect(cookieValue(await browser.get('/login'))).toBeNull();
  });

  it.each(['/healthz', '/oauth/code', '/openapi.yaml', '/nowhere', '/oauth/authorize'])(
    'is not set by %s, which has no form of this server',
    async (path) => {
      expect(cookieValue(await supertest(server.url).get(path))).toBeNull();
    },
  );

  it.each(['x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}%`, '', '"', '__proto__'])(
    'is replaced where it is none of this server: %j',
    async (value) => {
      const answer = await supertest(server.url).get('/login').set('Cookie', `codegrant_session=${value}`);
      expect(cookieValue(answer)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    },
  );

  it('names nobody where its value was made up', async () => {
    const cookie = `codegrant_session=${'a'.repeat(43)}`;
    const { text } = await supertest(server.url).get('/').set('Cookie', cookie).expect(200);
    expect(textOf(text)).not.toContain('Signed in');
  });

  it('is no key to the store: only its hash is there', async () => {
    const answer = await signIn(supertest.agent(server.url), {});
    const value = cookieValue(answer) ?? '';
    expect(await server.store.sessions.findUser(value, server.clock.now)).toBeUndefined();
  });
});

describe('under an https issuer', () => {
  const server = testServer({ issuer: 'https://auth.example' });
  const cookieOf = ({ headers }: supertest.Response) => cookieLine(headers).split(';')[0] ?? '';

  it('the session cookie is bound to this host and to TLS', async () => {
    const line = cookieLine((await supertest(server.url).get('/login')).headers);
    expect(line).toMatch(/^__Host-codegrant_session=/);
    expect(line.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('a cookie of the plain name, which another host may set, is not read', async () => {
    const value = cookieValue(await supertest(server.url).get('/login'));
    const answer = await supertest(server.url).get('/login').set('Cookie', `codegrant_session=${value}`);
    expect(cookieLine(answer.headers)).toMatch(/^__Host-/);
  });

  it('sign-in and sign-out change the cookie under the same name and attributes', async () => {
    const form = await supertest(server.url).get('/login');
    const sent = { username: 'ada', password, csrf_token: csrfTokenIn(form.text) };
    const post = (path: string, cookie: string, body: object) =>
      supertest(server.url).post(path).set('Cookie', cookie).type('form').send(body).expect(303);
    const signedIn = await post('/login', cookieOf(form), sent);
    const home = await supertest(server.url).get('/').set('Cookie', cookieOf(signedIn));
    const signedOut = await post('/logout', cookieOf(signedIn), { csrf_token: csrfTokenIn(home.text) });
    expect(textOf(home.text)).toContain('Signed in as ada');
    for (const { headers } of [signedIn, signedOut])
      expect(cookieLine(headers)).toMatch(/^__Host-codegrant_session=.*; Secure/);
  });

  it('the cookie that carries a code is bound to TLS', async () => {
    const form = await supertest(server.url).get('/login');
    const sent = { username: 'ada', password, csrf_token: csrfTokenIn(form.text) };
    const login = supertest(server.url).post('/login').set('Cookie', cookieOf(form)).type('form').send(sent);
    const cookie = cookieOf(await login);
    const home = await supertest(server.url).get('/').set('Cookie', cookie);
    const request = { client_id: 'out-of-band', redirect_uri: 'urn:ietf:wg:oauth:2.0:oob' };
    const answer = await supertest(server.url)
      .post('/oauth/authorize/decision')
      .set('Cookie', cookie)
      .type('form')
      .send({
        ...authorizationRequest(request),
        csrf_token: csrfTokenIn(home.text),
        decision: 'approve',
        scope_granted: 'profile',
      });
    const lines = answer.headers['set-cookie'] as unknown as string[];
    expect(lines.find((line) => line.startsWith('codegrant_code='))).toMatch(/; Secure/);
  });

  it.each(['/', '/healthz', '/nowhere', '/oauth/authorize'])(
    'every answer asks for TLS: %s',
    async (path) => {
      const { headers } = await supertest(server.url).get(path);
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}/);
    },
  );
});

describe('under an http issuer', () => {
  const server = testServer();

  it('no answer asks for TLS, which is not there', async () => {
    const { headers } = await supertest(server.url).get('/');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});
