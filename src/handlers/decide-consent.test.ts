import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt, expectDeadEnd } from '../testing/authorization-answer.ts';
import { accessTokenRequest, authorizationRequest, csrfTokenIn, signedIn } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { registered } from '../testing/redirect-uri-mutations.ts';
import { testServer } from '../testing/server.ts';

type Fields = Record<string, string | string[] | undefined>;

describe('the owner decides', () => {
  const server = testServer();
  let browser: Awaited<ReturnType<typeof signedIn>>;
  let csrf_token: string;
  beforeAll(async () => {
    browser = await signedIn(server);
    csrf_token = csrfTokenIn((await browser.get('/')).text);
  });

  /** The fields of the consent form; a list is sent as one field for each of its values. */
  const form = (fields: Fields = {}): string => {
    const all: Fields = {
      ...authorizationRequest(),
      csrf_token,
      decision: 'approve',
      scope_granted: ['profile', 'event:write'],
      ...fields,
    };
    const body = new URLSearchParams();
    for (const [name, value = []] of Object.entries(all))
      for (const one of [value].flat()) body.append(name, one);
    return body.toString();
  };
  const post = (fields?: Fields) => browser.post('/oauth/authorize/decision').type('form').send(form(fields));

  async function grantedScope(fields: Fields): Promise<string> {
    const { code = '' } = answerAt(registered, await post(fields));
    const exchange = supertest(server.url).post('/oauth/token').type('form');
    return (await exchange.send(accessTokenRequest(code)).expect(200)).body.scope as string;
  }

  it.each([
    ['all that is ticked', ['profile', 'event:write'], 'profile event:write'],
    ['what is left ticked', ['event:write'], 'event:write'],
    ['nothing that was not requested', ['profile', 'event:read', 'tokens:revoke'], 'profile'],
    ['nothing that nobody knows', ['profile', 'no:such', '__proto__'], 'profile'],
    ['each token once', ['profile', 'profile'], 'profile'],
    ['the requested order', ['event:write', 'profile'], 'profile event:write'],
    ['one token, sent as a single value', 'profile', 'profile'],
  ])('and grants %s, RFC 6749 §3.3', async (_, scope_granted, granted) => {
    expect(await grantedScope({ scope_granted })).toBe(granted);
  });

  it.each([
    ['by the button', { decision: 'deny' }],
    ['by ticking nothing', { scope_granted: [] }],
    ['by ticking only what was not requested', { scope_granted: ['event:read'] }],
  ])('to deny %s, and the client is told access_denied', async (_, fields) => {
    const { error, state, iss, code } = answerAt(registered, await post(fields));
    expect({ error, state, iss, code }).toEqual({
      error: 'access_denied',
      state: 'a state',
      iss: server.issuer,
      code: undefined,
    });
  });

  it.each([undefined, '', 'Approve', 'yes', ['approve', 'deny']])(
    'nothing with the decision %j, and the client is told invalid_request',
    async (decision) => {
      const { error, code } = answerAt(registered, await post({ decision }));
      expect([error, code]).toEqual(['invalid_request', undefined]);
    },
  );

  it.each([
    ['an unknown redirect URI', { redirect_uri: 'https://evil.example/' }],
    ['an unknown client', { client_id: 'nobody' }],
    ['two clients', { client_id: ['confidential', 'other'] }],
  ])('on a request that was changed to %s, and sees a page', async (_, fields) => {
    expectDeadEnd(await post(fields));
  });

  it.each([
    ['invalid_scope', { scope: 'no:such' }],
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge: 'short', code_challenge_method: 'S256' }],
    ['invalid_request', { state: ['a', 'b'] }],
  ])('on a request that was changed to earn %s: %j', async (error, fields) => {
    expect(answerAt(registered, await post(fields))).toMatchObject({ error });
  });

  it('on a client that was deleted meanwhile, and sees a page', async () => {
    const { client_id: _, ...like } = server.cast.confidential;
    await server.store.clients.add(aClient({ ...like, client_id: 'gone' }));
    await browser
      .get('/oauth/authorize')
      .query(authorizationRequest({ client_id: 'gone' }))
      .expect(200);
    await server.store.clients.remove('gone');
    expectDeadEnd(await post({ client_id: 'gone' }));
  });

  it('twice by sending the form again, and the second code is another one', async () => {
    const codes = [answerAt(registered, await post()).code, answerAt(registered, await post()).code];
    expect(new Set(codes).size).toBe(2);
  });

  it('by a status that turns POST into GET, RFC 9700 §4.12', async () => {
    expect((await post()).status).toBe(303);
  });

  it('and the code is bound to the redirect URI, the owner and the clock', async () => {
    const { code = '' } = answerAt(registered, await post({ redirect_uri: undefined }));
    const grant = await server.store.grants.find(code.slice(4, 36));
    expect(grant).toMatchObject({
      client_id: 'confidential',
      user_id: server.cast.owner.id,
      redirect_uri: registered,
      redirect_uri_sent: false,
      created_at: server.clock.now,
      code_expires_at: server.clock.now + 60,
    });
    expect(JSON.stringify(grant)).not.toContain(code.slice(37));
  });
});
