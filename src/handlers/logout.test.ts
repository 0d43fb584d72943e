import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { formTargets, textOf } from '../testing/authorization-answer.ts';
import { accessTokenRequest, csrfTokenIn, plantCode, signedIn } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';
import { cookieLine, cookieValue, signIn } from '../testing/sign-in.ts';

describe('signing out', () => {
  const server = testServer();
  const signOut = async (browser: Awaited<ReturnType<typeof signedIn>>) => {
    const { text } = await browser.get('/logout');
    return await browser
      .post('/logout')
      .type('form')
      .send({ csrf_token: csrfTokenIn(text) });
  };

  it('is asked about first: a link signs nobody out', async () => {
    const browser = await signedIn(server);
    const page = await browser.get('/logout').expect(200);
    expect(textOf(page.text)).toContain('You are signed in as ada');
    expect(formTargets(page.text)).toEqual(['/logout']);
    expect(textOf((await browser.get('/')).text)).toContain('Signed in as ada');
  });

  it('leads home and takes the cookie away', async () => {
    const answer = await signOut(await signedIn(server));
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    expect(cookieValue(answer)).toBe('');
    expect(cookieLine(answer.headers)).toMatch(/Expires=Thu, 01 Jan 1970/);
  });

  it('ends the session on the server, whoever kept the cookie', async () => {
    const browser = supertest.agent(server.url);
    const kept = `codegrant_session=${cookieValue(await signIn(browser, {}))}`;
    const home = () => supertest(server.url).get('/').set('Cookie', kept);
    expect(textOf((await home()).text)).toContain('Signed in as ada');
    await signOut(browser);
    expect(textOf((await home()).text)).not.toContain('Signed in');
  });

  it('ends the session of this browser alone', async () => {
    const [browser, other] = [await signedIn(server), await signedIn(server)];
    await signOut(browser);
    expect(textOf((await other.get('/')).text)).toContain('Signed in as ada');
  });

  it('leaves applications what they hold', async () => {
    const code = await plantCode(server);
    await signOut(await signedIn(server));
    await supertest(server.url).post('/oauth/token').type('form').send(accessTokenRequest(code)).expect(200);
  });

  it('leads home at once where nobody is signed in', async () => {
    const answer = await supertest(server.url).get('/logout');
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });

  it('shows the home page where nobody is signed in any more', async () => {
    const browser = await signedIn(server);
    const { text } = await browser.get('/logout');
    server.clock.now += 12 * 3600;
    const answer = await browser
      .post('/logout')
      .type('form')
      .send({ csrf_token: csrfTokenIn(text) });
    expect(answer.status).toBe(200);
    expect(textOf(answer.text)).toContain('OAuth 2.0 authorization server');
  });
});
