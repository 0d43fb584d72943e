import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { fieldsIn, textOf } from '../testing/authorization-answer.ts';
import { csrfTokenIn, signedIn } from '../testing/owner.ts';
import { password, testServer } from '../testing/server.ts';
import { cookieValue, signIn } from '../testing/sign-in.ts';

describe('the sign-in form', () => {
  const server = testServer();

  it('names the application that the owner is on the way to', async () => {
    const return_to = '/oauth/authorize?response_type=code&client_id=confidential';
    const { text } = await supertest(server.url).get('/login').query({ return_to }).expect(200);
    expect(textOf(text)).toContain('to continue to Calendar');
    expect(Object.fromEntries(fieldsIn(text)).return_to).toBe(return_to);
  });

  it.each([
    '/',
    '/oauth/authorize?client_id=nobody',
    '/oauth/authorize?client_id=%00',
    '/oauth/authorize?client_id=%',
  ])('names none on the way to %s', async (return_to) => {
    const { text } = await supertest(server.url).get('/login').query({ return_to }).expect(200);
    expect(textOf(text)).not.toContain('to continue to');
  });

  it('is not shown again to an owner who is signed in', async () => {
    const answer = await (await signedIn(server)).get('/login?return_to=/logout');
    expect([answer.status, answer.headers.location]).toEqual([303, '/logout']);
  });
});

describe('signing in', () => {
  const server = testServer();

  it('starts a session and goes on to where the owner was going', async () => {
    const browser = supertest.agent(server.url);
    const return_to = '/oauth/authorize?state=a+b';
    const answer = await signIn(browser, { return_to });
    expect([answer.status, answer.headers.location]).toEqual([303, return_to]);
    expect(textOf((await browser.get('/')).text)).toContain('Signed in as ada');
  });

  it('takes the user name in any letter case', async () => {
    expect((await signIn(supertest.agent(server.url), { username: 'ADA' })).status).toBe(303);
  });

  it('answers a wrong password and an unknown user alike', async () => {
    const browser = supertest.agent(server.url);
    const wrong = await signIn(browser, { password: 'wrong' });
    const unknown = await signIn(browser, { username: 'adb', password: 'wrong' });
    expect([wrong.status, unknown.status]).toEqual([200, 200]);
    expect(unknown.text.replace('value="adb"', 'value="ada"')).toBe(wrong.text);
    const steady = ({ headers }: supertest.Response) => ({ ...headers, 'x-request-id': '', date: '' });
    expect(steady(unknown)).toEqual(steady(wrong));
    expect(textOf(wrong.text)).toContain('User name or password is wrong.');
  });

  it('spends the time of a password check on an unknown user', async () => {
    const spent = async (username: string) => {
      const start = performance.now();
      await signIn(supertest.agent(server.url), { username, password: 'wrong' });
      return performance.now() - start;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 5; round += 1) {
      times.known.push(await spent('ada'));
      times.unknown.push(await spent(`nobody-${round}`));
    }
    expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) / 3);
  });

  it.each([
    ['in capitals', password.toUpperCase()],
    ['with a space behind', `${password} `],
    ['cut short', password.slice(0, -1)],
    ['of 1024 characters', 'x'.repeat(1024)],
  ])('is refused with a password %s', async (_, wrong) => {
    const browser = supertest.agent(server.url);
    expect((await signIn(browser, { password: wrong })).status).toBe(200);
    expect(textOf((await browser.get('/')).text)).not.toContain('Signed in');
  });

  it('never writes the password that was typed into the page or the log', async () => {
    server.log.length = 0;
    const { text } = await signIn(supertest.agent(server.url), { password: 'a-typed-secret' });
    await signIn(supertest.agent(server.url), {});
    expect(text).not.toContain('a-typed-secret');
    expect(server.log.join()).not.toMatch(/a-typed-secret|correct horse|"ada"/);
  });

  it.each([
    ['no user name', { username: '' }],
    ['no password', { password: '' }],
    ['a user name of 129 characters', { username: 'x'.repeat(129) }],
    ['a password of 1025 characters', { password: 'x'.repeat(1025) }],
  ])('is refused as malformed with %s', async (_, fields) => {
    const answer = await signIn(supertest.agent(server.url), fields);
    expect([answer.status, answer.type]).toEqual([400, 'text/html']);
  });

  it('gives the browser a new cookie, and the one from before names nobody', async () => {
    const browser = supertest.agent(server.url);
    const before = cookieValue(await browser.get('/login'));
    const after = cookieValue(await signIn(browser, {}));
    expect(after).not.toBe(before);
    const home = await supertest(server.url).get('/').set('Cookie', `codegrant_session=${before}`);
    expect(textOf(home.text)).not.toContain('Signed in');
  });

  it('ends the session that the browser had, RFC 6749 §10.12', async () => {
    const browser = supertest.agent(server.url);
    const first = cookieValue(await signIn(browser, {}));
    const csrf_token = csrfTokenIn((await browser.get('/')).text);
    await browser.post('/login').type('form').send({ username: 'ada', password, csrf_token }).expect(303);
    const home = await supertest(server.url).get('/').set('Cookie', `codegrant_session=${first}`);
    expect(textOf(home.text)).not.toContain('Signed in');
  });

  it('holds until the session expires by the clock', async () => {
    const browser = await signedIn(server);
    server.clock.now += 12 * 3600 - 1;
    expect(textOf((await browser.get('/')).text)).toContain('Signed in as ada');
    server.clock.now += 1;
    expect(textOf((await browser.get('/')).text)).not.toContain('Signed in');
    const answer = await browser.get('/oauth/authorize?response_type=code&client_id=confidential');
    expect(answer.headers.location).toMatch(/^\/login\?/);
  });
});
