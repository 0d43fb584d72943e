import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt, expectDeadEnd, textOf, type Mode } from '../testing/authorization-answer.ts';
import { addRefusedClients, refusedRequests } from '../testing/authorization-errors.ts';
import { authorizationRequest, decide, signedIn, type Parameters } from '../testing/owner.ts';
import { registered } from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

const modes: Mode[] = ['query', 'fragment', 'form_post'];

describe('a refused authorization request', () => {
  const server = testServer();
  beforeAll(() => addRefusedClients(server));
  const ask = (changes: Parameters) =>
    supertest(server.url).get(
      `/oauth/authorize?${new URLSearchParams(authorizationRequest(changes)).toString()}`,
    );

  describe.each(modes)('in the response mode %s', (response_mode) => {
    it.each(refusedRequests)('is answered %s before sign-in where %s', async (error, _, changes) => {
      const answer = answerAt(registered, await ask({ response_mode, ...changes }), response_mode);
      const { error_description, ...others } = answer;
      expect(others).toEqual({ error, state: 'a state', iss: server.issuer });
      expect(error_description).toMatch(/^[ !#-[\]-~]+$/);
    });

    it('has no state where the request had none', async () => {
      const answer = await ask({ response_mode, scope: 'no:such', state: undefined });
      expect(answerAt(registered, answer, response_mode)).not.toHaveProperty('state');
    });

    it('is answered access_denied where the owner denies', async () => {
      const browser = await signedIn(server);
      const answer = await decide(browser, authorizationRequest({ response_mode }), 'deny');
      const { error_description: _, ...others } = answerAt(registered, answer, response_mode);
      expect(others).toEqual({ error: 'access_denied', state: 'a state', iss: server.issuer });
    });
  });

  it.each(['web_message', 'Query', 'query fragment'])(
    'is answered invalid_request in the query for the response mode %s',
    async (response_mode) => {
      expect(answerAt(registered, await ask({ response_mode }))).toMatchObject({ error: 'invalid_request' });
    },
  );

  it.each([
    [
      'that PKCE is missing',
      { client_id: 'public', redirect_uri: 'https://app.example/callback?tenant=1' },
      'PKCE',
    ],
    [
      'that plain is not accepted',
      { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' },
      'S256',
    ],
    [
      'that a challenge is malformed',
      { code_challenge: 'short', code_challenge_method: 'S256' },
      'code_challenge',
    ],
  ])('says %s, RFC 7636 §4.4.1', async (_, changes: Parameters, word) => {
    const answer = answerAt(changes.redirect_uri ?? registered, await ask(changes));
    expect(answer.error).toBe('invalid_request');
    expect(answer.error_description).toContain(word);
  });

  it('goes to the loopback port of the request', async () => {
    const redirect_uri = 'http://127.0.0.1:49152/callback';
    const answer = await ask({ client_id: 'public', redirect_uri });
    expect(answerAt(redirect_uri, answer)).toMatchObject({ error: 'invalid_request' });
  });

  it('is remembered in the log by its reason alone', async () => {
    server.log.length = 0;
    await ask({ scope: 'no:such', state: 'a-secret-state' });
    expect(server.log.map((line) => JSON.parse(line).reason)).toEqual(['scope_unknown']);
    expect(server.log.join()).not.toMatch(/a-secret-state|no:such|app\.example/);
  });
});

describe('a request of a client that nobody knows', () => {
  const server = testServer();
  const ask = (changes: Parameters) =>
    supertest(server.url).get('/oauth/authorize').query(authorizationRequest(changes));

  it.each([
    ['is missing', undefined, 'client_id is missing'],
    ['is empty', '', 'client_id is missing'],
    ['is unknown', 'nobody', 'No application of this client_id'],
    ['is in capitals', 'CONFIDENTIAL', 'No application of this client_id'],
    ['has a space behind', 'confidential ', 'No application of this client_id'],
    ['is a script', '"><script>alert(1)</script>', 'No application of this client_id'],
  ])('ends on a page that says so where client_id %s', async (_, client_id, sentence) => {
    const answer = await ask({ client_id });
    expectDeadEnd(answer);
    expect(textOf(answer.text)).toContain(sentence);
    expect(answer.text).not.toContain(registered);
  });

  it('ends there too for an owner who is signed in', async () => {
    const browser = await signedIn(server);
    expectDeadEnd(await browser.get('/oauth/authorize').query(authorizationRequest({ client_id: 'nobody' })));
  });

  it.each(['client_id=%ff', 'client_id=%zz', 'client_id=a%00b', 'state=%c3%28', 'x=%e0%80%80'])(
    'ends on a page where it is not percent-encoded UTF-8 without NUL: %s',
    async (pair) => {
      expectDeadEnd(await supertest(server.url).get(`/oauth/authorize?redirect_uri=${registered}&${pair}`));
    },
  );
});
