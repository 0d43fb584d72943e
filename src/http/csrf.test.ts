import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { expectDeadEnd, textOf } from '../testing/authorization-answer.ts';
import { authorizationRequest, csrfTokenIn, plantCode, signedIn } from '../testing/owner.ts';
import { password, testServer } from '../testing/server.ts';

/** Every form of this server's own pages, as its owner would send it but for the token. */
const approval = { ...authorizationRequest(), decision: 'approve', scope_granted: 'profile' };
const application = {
  client_name: 'Calendar',
  redirect_uris: 'https://app.example/callback',
  scope: 'profile',
};
const forms = [
  ['/login', { username: 'ada', password }, 303],
  ['/logout', {}, 303],
  ['/oauth/authorize/decision', approval, 303],
  ['/authorize/decision', approval, 303],
  ['/ghost/authorize/decision', approval, 302],
  ['/oauth2/authorize/decision', approval, 303],
  ['/oauth/applications', application, 201],
  ['/oauth/applications/{client_id}', application, 303],
  ['/oauth/applications/{client_id}/delete', {}, 303],
  ['/oauth/applications/{client_id}/secret', {}, 200],
  ['/oauth/authorized_applications/{id}/revoke', {}, 303],
  ['/oauth/authorized_applications/revoke', {}, 303],
] as const;

const id = '0'.repeat(32);

describe.each(forms)('the form of %s, RFC 6749 §10.12', (template, fields, accepted) => {
  const path = template.replace('{client_id}', 'confidential').replace('{id}', id);
  const server = testServer({ dialects: ['gancio', 'ghost', 'gitshare'] });
  let browser: Awaited<ReturnType<typeof signedIn>>;
  let ours: string;
  beforeAll(async () => {
    browser = await signedIn(server);
    await server.store.users.setAdministrator('ada', true);
    await plantCode(server, { id });
    ours = csrfTokenIn((await browser.get('/')).text);
  });
  const post = (body: object) => browser.post(path).type('form').send(body);

  it.each([
    ['no token', {}],
    ['an empty token', { csrf_token: '' }],
    ['a wrong token', { csrf_token: 'x'.repeat(43) }],
    ['a token that is too long', { csrf_token: 'x'.repeat(4000) }],
    ['the name of a property', { csrf_token: '__proto__' }],
  ])('is refused with %s', async (_, token) => {
    const answer = await post({ ...fields, ...token });
    expectDeadEnd(answer, 403);
    expect(textOf(answer.text)).toContain('not sent from a page of this server');
  });

  it('is refused with the token sent twice', async () => {
    const body = new URLSearchParams({ ...fields, csrf_token: ours }).toString();
    expectDeadEnd(await browser.post(path).type('form').send(`${body}&csrf_token=${ours}`), 403);
  });

  it('is refused with the token of another browser', async () => {
    const other = await signedIn(server);
    const csrf_token = csrfTokenIn((await other.get('/')).text);
    expectDeadEnd(await post({ ...fields, csrf_token }), 403);
  });

  it('is refused with the token from before the sign-in', async () => {
    const fresh = supertest.agent(server.url);
    const before = csrfTokenIn((await fresh.get('/login')).text);
    const sign_in = { username: 'ada', password, csrf_token: before };
    await fresh.post('/login').type('form').send(sign_in).expect(303);
    expectDeadEnd(
      await fresh
        .post(path)
        .type('form')
        .send({ ...fields, csrf_token: before }),
      403,
    );
  });

  it('is refused with the right token and no cookie', async () => {
    const answer = await supertest(server.url)
      .post(path)
      .type('form')
      .send({ ...fields, csrf_token: ours });
    expectDeadEnd(answer, 403);
  });

  it('is refused with the token in the URL', async () => {
    expectDeadEnd(await browser.post(`${path}?csrf_token=${ours}`).type('form').send(fields), 403);
  });

  it('is accepted with the token of this browser', async () => {
    const answer = await post({ ...fields, csrf_token: ours });
    expect(answer.status).toBe(accepted);
  });
});

describe('the contract', () => {
  it('asks for the token in each of these forms and in no other', () => {
    const guarded = Object.values(operations).filter(
      (operation) => operation['x-codegrant-csrf'] === 'required',
    );
    expect(guarded.map((operation) => operation.path).sort()).toEqual(forms.map(([path]) => path).sort());
  });
});
