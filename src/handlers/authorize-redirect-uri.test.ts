import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt, expectDeadEnd, textOf, unescapeHtml } from '../testing/authorization-answer.ts';
import { authorizationRequest, challenge, decide, signedIn, type Parameters } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import {
  mutations,
  queryMutations,
  registered,
  registeredWithQuery,
} from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };

describe('a redirect URI that is not registered', () => {
  const server = testServer();
  beforeAll(async () => {
    const { client_id: _, ...like } = server.cast.confidential;
    const redirect_uris = [registeredWithQuery];
    await server.store.clients.add(aClient({ ...like, client_id: 'tenant', redirect_uris }));
  });
  const ask = (changes: Parameters) =>
    supertest(server.url).get(
      `/oauth/authorize?${new URLSearchParams(authorizationRequest(changes)).toString()}`,
    );

  it.each(mutations)('ends on a page with %s: %j', async (_, redirect_uri) => {
    const answer = await ask({ redirect_uri });
    expectDeadEnd(answer);
    expect(textOf(answer.text)).toMatch(/First difference Character \d+ is /);
    expect(Object.keys(answer.headers)).not.toContain('set-cookie');
  });

  it.each(queryMutations)('ends on a page %s: %s', async (_, redirect_uri) => {
    expectDeadEnd(await ask({ client_id: 'tenant', redirect_uri }));
  });

  it('ends on a page whatever else is wrong', async () => {
    expectDeadEnd(await ask({ redirect_uri: `${registered}/`, response_type: 'token', scope: '"' }));
  });

  it('is shown as it was received, with the place where it differs', async () => {
    const { text } = await ask({ redirect_uri: 'https://app.example/<b>callback' });
    expect(unescapeHtml(text)).toContain('https://app.example/<b>callback');
    expect(text).not.toContain('<b>callback');
    expect(textOf(text)).toContain('Character 21 is “<”; the nearest registered URI has “c” there.');
  });

  it('is refused by POST on the same page', async () => {
    const body = authorizationRequest({ redirect_uri: 'https://evil.example/' });
    expectDeadEnd(await supertest(server.url).post('/oauth/authorize').type('form').send(body));
  });
});

describe('a redirect URI that is registered', () => {
  const server = testServer();
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    const { client_id: _, ...like } = server.cast.confidential;
    const add = (client_id: string, redirect_uris: string[]) =>
      server.store.clients.add(aClient({ ...like, client_id, redirect_uris }));
    await add('tenant', [registeredWithQuery]);
    await add('app', ['com.example.app:/cb']);
    browser = await signedIn(server);
  });

  it('may not be left out where there are several', async () => {
    const request = authorizationRequest({ client_id: 'public', redirect_uri: undefined, ...pkce });
    const answer = await browser.get('/oauth/authorize').query(request);
    expectDeadEnd(answer);
    expect(textOf(answer.text)).toContain('redirect_uri is missing');
  });

  describe.each(['query', 'fragment', 'form_post'] as const)('in the response mode %s', (response_mode) => {
    const request = authorizationRequest({
      client_id: 'tenant',
      redirect_uri: registeredWithQuery,
      response_mode,
    });

    it('keeps its query to the letter with a code, RFC 6749 §3.1.2', async () => {
      const answer = await decide(browser, request, 'approve');
      expect(answerAt(registeredWithQuery, answer, response_mode)).toHaveProperty('code');
    });

    it('keeps its query to the letter with an error', async () => {
      const answer = await browser.get('/oauth/authorize').query({ ...request, scope: 'no:such' });
      expect(answerAt(registeredWithQuery, answer, response_mode)).toHaveProperty('error');
    });

    it('keeps its query to the letter where the request left it out', async () => {
      const { redirect_uri: _, ...short } = request;
      const answer = await decide(browser, short, 'deny');
      expect(answerAt(registeredWithQuery, answer, response_mode)).toHaveProperty('error', 'access_denied');
    });
  });

  it.each([
    ['public', 'http://127.0.0.1/callback'],
    ['public', 'http://127.0.0.1:49152/callback'],
    ['app', 'com.example.app:/cb'],
  ])('of %s gets its code at %s, with a warning before', async (client_id, redirect_uri) => {
    const request = authorizationRequest({ client_id, redirect_uri, ...pkce });
    const { text } = await browser.get('/oauth/authorize').query(request);
    expect(textOf(text)).toContain('nobody can vouch for which one');
    expect(answerAt(redirect_uri, await decide(browser, request, 'approve'))).toHaveProperty('code');
  });
});
