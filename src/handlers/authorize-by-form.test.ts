import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt, expectDeadEnd } from '../testing/authorization-answer.ts';
import { addRefusedClients, refusedRequests } from '../testing/authorization-errors.ts';
import { authorizationRequest, challenge, signedIn } from '../testing/owner.ts';
import { registered } from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

describe('an authorization request by POST, RFC 6749 §3.1', () => {
  const server = testServer();
  beforeAll(() => addRefusedClients(server));
  const post = (body: string | object) =>
    supertest(server.url).post('/oauth/authorize').type('form').send(body);

  it('is sent on to its GET form with every parameter, by a status that turns POST into GET', async () => {
    const request = authorizationRequest({
      state: 'a+b&c=d#e%20"',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      response_mode: 'fragment',
    });
    const answer = await post(request);
    expect(answer.status).toBe(303);
    const { origin, pathname, searchParams } = new URL(answer.headers.location as string, server.url);
    expect([origin, pathname]).toEqual([server.url, '/oauth/authorize']);
    expect(Object.fromEntries(searchParams)).toEqual(request);
  });

  it('takes nothing else along: no password, no secret, no unknown parameter', async () => {
    const answer = await post({ ...authorizationRequest(), password: 'p', client_secret: 's', x_probe: 'x' });
    const { searchParams } = new URL(answer.headers.location as string, server.url);
    expect(Object.fromEntries(searchParams)).toEqual(authorizationRequest());
  });

  it('finds the owner signed in once it is a GET request', async () => {
    const browser = await signedIn(server);
    const { headers } = await post(authorizationRequest());
    await browser.get(headers.location as string).expect(200);
  });

  it.each(refusedRequests)('is answered %s where %s', async (error, _, changes) => {
    const answer = answerAt(registered, await post(authorizationRequest(changes)));
    expect(answer).toMatchObject({ error, state: 'a state', iss: server.issuer });
  });

  it.each(['response_type', 'scope', 'state', 'code_challenge', 'code_challenge_method', 'response_mode'])(
    'is answered invalid_request where %s is sent twice',
    async (name) => {
      const body = new URLSearchParams(authorizationRequest({ [name]: 'code' }));
      body.append(name, 'code');
      expect(answerAt(registered, await post(body.toString()))).toMatchObject({ error: 'invalid_request' });
    },
  );

  it.each([
    ['without a client', { client_id: undefined }],
    ['of an unknown client', { client_id: 'nobody' }],
    ['for an unknown redirect URI', { redirect_uri: 'https://evil.example/' }],
  ])('ends on a page %s', async (_, changes) => {
    expectDeadEnd(await post(authorizationRequest(changes)));
  });

  it.each(['client_id', 'redirect_uri'])('ends on a page where %s is sent twice', async (name) => {
    const body = new URLSearchParams(authorizationRequest());
    body.append(name, body.get(name) ?? '');
    expectDeadEnd(await post(body.toString()));
  });

  it.each([
    ['JSON', 'application/json', JSON.stringify(authorizationRequest())],
    ['text', 'text/plain', new URLSearchParams(authorizationRequest()).toString()],
    ['nothing', 'application/x-www-form-urlencoded', ''],
    ['what is not UTF-8', 'application/x-www-form-urlencoded', 'client_id=%ff'],
  ])('ends on a page with a body of %s', async (_, type, body) => {
    expectDeadEnd(await supertest(server.url).post('/oauth/authorize').type(type).send(body));
  });

  it('does not read its parameters from the URL', async () => {
    const query = new URLSearchParams(authorizationRequest()).toString();
    expectDeadEnd(await supertest(server.url).post(`/oauth/authorize?${query}`).type('form').send('x=1'));
  });
});
