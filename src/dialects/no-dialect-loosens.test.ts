import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { dumpDatabase } from '../testing/database-dump.ts';
import { answerConsent, broughtBy, endpointsOf } from '../testing/dialect-flow.ts';
import {
  accessTokenRequest,
  authorizationRequest,
  plantCode,
  signedIn,
  type Tokens,
} from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { basic, getMe, postForm, refusalOf, refresh } from '../testing/token-client.ts';
import { dialectNames } from './dialect.ts';

const redirect_uri = 'https://app.example/callback';

/** What the documents or the code of the five systems depart from, and no dialect of this server takes over. */
describe.each(dialectNames)('in the dialect %s', (name) => {
  const server = testServer({ dialects: [name] });
  const { authorize, token } = endpointsOf[name];
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    browser = await signedIn(server);
  });

  const ask = (changes = {}) => supertest(server.url).get(authorize).query(authorizationRequest(changes));
  const answer = (decision: 'approve' | 'deny', changes = {}) =>
    answerConsent(browser, authorize, authorizationRequest(changes), decision);
  const code = async () => broughtBy(await answer('approve')).code ?? '';
  const exchange = (value: string, changes = {}) =>
    postForm(server, token, accessTokenRequest(value, changes));
  const issued = async () => (await exchange(await plantCode(server)).expect(200)).body as Tokens;

  it.each([
    ['D1', 'another redirect URI', { redirect_uri: 'https://evil.example/' }],
    [
      'D2',
      'another redirect URI and an error',
      { redirect_uri: 'https://evil.example/', response_type: 'token' },
    ],
    ['D3', 'a query that is not registered', { redirect_uri: `${redirect_uri}?next=1` }],
    ['D24', 'the out-of-band URN, by a client without it', { redirect_uri: 'urn:ietf:wg:oauth:2.0:oob' }],
  ])('%s: %s ends on a page', async (_, __, changes) => {
    const { status, headers, type } = await ask(changes);
    expect([status, headers.location, type]).toEqual([400, undefined, 'text/html']);
  });

  it('D5: the query of a redirect URI stays, and the answer is added to it', async () => {
    const tenant = 'https://app.example/callback?tenant=1';
    const pkce = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };
    const { headers } = await answer('approve', { client_id: 'public', redirect_uri: tenant, ...pkce });
    expect(headers.location).toMatch(/^https:\/\/app\.example\/callback\?tenant=1[&#]code=[^?]+$/);
  });

  it('D6: a denial reaches the client with its state', async () => {
    const denied = await answer('deny');
    expect(String(denied.headers.location).slice(0, redirect_uri.length)).toBe(redirect_uri);
    expect(broughtBy(denied)).toMatchObject({ error: 'access_denied', state: 'a state', iss: server.issuer });
  });

  it('D7: the authorization response holds code, state and iss and nothing else', async () => {
    expect(Object.keys(broughtBy(await answer('approve')))).toEqual(['code', 'state', 'iss']);
  });

  it('D9: a code that comes again is refused, and ends what it had issued', async () => {
    const once = await code();
    const { access_token } = (await exchange(once).expect(200)).body as Tokens;
    expect(refusalOf(await exchange(once))).toEqual([400, 'invalid_grant']);
    await getMe(server, access_token).expect(401);
  });

  it('D10: a code lives 60 seconds', async () => {
    const late = await code();
    server.clock.now += 60;
    expect(refusalOf(await exchange(late))).toEqual([400, 'invalid_grant']);
  });

  it('D11: a failed authentication leaves the code usable', async () => {
    const value = await code();
    expect(refusalOf(await exchange(value, { client_secret: 'wrong' }))).toEqual([401, 'invalid_client']);
    await exchange(value).expect(200);
  });

  it.each([
    ['D12', 'another redirect_uri', { redirect_uri: 'https://app.example/other' }, [400, 'invalid_grant']],
    [
      'D13',
      'authorizationCode in place of code',
      { code: undefined, authorizationCode: 'x' },
      [400, 'invalid_request'],
    ],
    [
      'D16',
      'no credentials of a client',
      { client_id: undefined, client_secret: undefined },
      [401, 'invalid_client'],
    ],
    ['D19', 'an unknown code', { code: 'x' }, [400, 'invalid_grant']],
    ['D19', 'an unknown client', { client_id: 'nobody' }, [401, 'invalid_client']],
  ])('%s: an exchange with %s is refused', async (_, __, changes, refusal) => {
    expect(refusalOf(await exchange(await plantCode(server), changes))).toEqual(refusal);
  });

  it('D15, D16: a client authenticates by Basic, and never by a bearer token', async () => {
    const fields = accessTokenRequest(await plantCode(server), {
      client_id: undefined,
      client_secret: undefined,
    });
    const { access_token } = await issued();
    const refused = await postForm(server, token, fields, { Authorization: `Bearer ${access_token}` });
    expect(refusalOf(refused)).toEqual([401, 'invalid_client']);
    await postForm(server, token, fields, { Authorization: basic('confidential', clientSecret) }).expect(200);
  });

  it('D17, D18, D21: the answer names its type and its scope, and is not stored', async () => {
    const { body, headers } = await exchange(await plantCode(server)).expect(200);
    expect(String((body as Tokens).token_type).toLowerCase()).toBe('bearer');
    expect((body as Tokens).scope).toBe('profile event:write');
    expect([headers['cache-control'], headers.pragma]).toEqual(['no-store', 'no-cache']);
  });

  it('D20: a refresh token is replaced, and ends everything when it comes late', async () => {
    const { refresh_token } = await issued();
    const send = () => postForm(server, token, { ...refreshing, refresh_token });
    const refreshing = {
      grant_type: 'refresh_token',
      client_id: 'confidential',
      client_secret: clientSecret,
    };
    const next = (await send().expect(200)).body as Tokens;
    expect(next.refresh_token).not.toBe(refresh_token);
    server.clock.now += 11;
    expect(refusalOf(await send())).toEqual([400, 'invalid_grant']);
    expect(refusalOf(await refresh(server, next.refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it('D25: no code, token or secret is at rest', async () => {
    const value = await code();
    const { access_token, refresh_token } = (await exchange(value).expect(200)).body as Tokens;
    const dump = await dumpDatabase(server.databaseUrl);
    expect(dump).toContain('confidential');
    for (const secret of [value, access_token, refresh_token, clientSecret])
      expect(dump).not.toContain(secret);
  });

  it('puts no secret into the log or into a Location', async () => {
    server.log.splice(0);
    const answered = await answer('approve');
    const value = broughtBy(answered).code ?? '';
    const { access_token, refresh_token } = (await exchange(value).expect(200)).body as Tokens;
    await exchange(value, { client_secret: 'cgs_mistyped' });
    await supertest(server.url).get(`/api/me?access_token=${access_token}`);
    const logged = server.log.join('');
    expect(logged).toContain('"answered"');
    for (const secret of [value, access_token, refresh_token, clientSecret, 'cgs_mistyped']) {
      expect(logged).not.toContain(secret);
    }
    expect(answered.headers.location).not.toMatch(/secret|cga_|cgr_|cgs_/);
  });
});
