import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { answerAt, expectDeadEnd } from '../testing/authorization-answer.ts';
import { authorizationRequest, csrfTokenIn, decide, signedIn } from '../testing/owner.ts';
import { registered } from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

describe('a decision that is not the owner’s', () => {
  const server = testServer();
  const body = { ...authorizationRequest(), decision: 'approve', scope_granted: 'profile' };

  it('leads back to sign-in where the session has expired, and then to the same request', async () => {
    const browser = await signedIn(server);
    const csrf_token = csrfTokenIn((await browser.get('/')).text);
    server.clock.now += 12 * 3600;
    const answer = await browser
      .post('/oauth/authorize/decision')
      .type('form')
      .send({ ...body, csrf_token });
    expectSignIn(answer);
  });

  it('leads a browser in which nobody has signed in to sign-in', async () => {
    const browser = supertest.agent(server.url);
    const csrf_token = csrfTokenIn((await browser.get('/login')).text);
    const answer = await browser
      .post('/oauth/authorize/decision')
      .type('form')
      .send({ ...body, csrf_token });
    expectSignIn(answer);
  });

  it('is refused from a page that another user was shown in the same browser', async () => {
    const browser = await signedIn(server);
    const page = await browser.get('/oauth/authorize').query(authorizationRequest());
    const csrf_token = csrfTokenIn(page.text);
    await browser.post('/logout').type('form').send({ csrf_token }).expect(303);
    const other = { ...server.cast.owner, id: 'f'.repeat(32), username: 'grace' };
    await server.store.users.add(other);
    const form = await browser.get('/login');
    const sign_in = { username: 'grace', password: 'correct horse battery staple' };
    const sent = { ...sign_in, csrf_token: csrfTokenIn(form.text) };
    await browser.post('/login').type('form').send(sent).expect(303);
    const answer = await browser
      .post('/oauth/authorize/decision')
      .type('form')
      .send({ ...body, csrf_token });
    expectDeadEnd(answer, 403);
    const decided = await decide(browser, authorizationRequest(), 'approve');
    expect(answerAt(registered, decided)).toHaveProperty('code');
  });
});

function expectSignIn(answer: supertest.Response): void {
  const location = new URL(String(answer.headers.location), 'http://here');
  const returnTo = new URL(String(location.searchParams.get('return_to')), 'http://here');
  expect([answer.status, location.pathname, returnTo.pathname]).toEqual([303, '/login', '/oauth/authorize']);
  expect(Object.fromEntries(returnTo.searchParams)).toEqual(authorizationRequest());
}
