import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { plantCode, type Tokens } from '../testing/owner.ts';
import { aUser } from '../testing/records.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import {
  basic,
  credentials,
  introspect,
  plantTokens,
  postForm,
  refresh,
  refusalOf,
  revoke,
} from '../testing/token-client.ts';

describe('introspection, RFC 7662 §2.2', () => {
  const server = testServer();

  it('tells what an access token is good for', async () => {
    const { access_token } = await plantTokens(server, { scope: 'profile' });
    expect(await introspect(server, access_token)).toEqual({
      active: true,
      scope: 'profile',
      client_id: 'confidential',
      username: 'ada',
      token_type: 'Bearer',
      exp: server.clock.now + 3600,
      iat: server.clock.now,
      sub: server.cast.owner.id,
      iss: server.issuer,
    });
  });

  it('tells what a refresh token is good for, which is no bearer token of a resource', async () => {
    const { refresh_token } = await plantTokens(server);
    expect(await introspect(server, refresh_token)).toEqual({
      active: true,
      scope: 'profile event:write',
      client_id: 'confidential',
      username: 'ada',
      exp: server.clock.now + 30 * 86_400,
      sub: server.cast.owner.id,
      iss: server.issuer,
    });
  });

  it('answers another confidential client too, as a resource server is one', async () => {
    const { access_token } = await plantTokens(server);
    const body = { token: access_token, client_id: 'other', client_secret: clientSecret };
    const answer = await postForm(server, '/oauth/introspect', body).expect(200);
    expect(answer.body).toMatchObject({ active: true, client_id: 'confidential' });
  });

  it.each(['access_token', 'refresh_token', 'pass_port', ''])(
    'finds either kind of token under the hint "%s"',
    async (token_type_hint) => {
      const { access_token, refresh_token } = await plantTokens(server);
      for (const token of [access_token, refresh_token]) {
        const body = { token, token_type_hint, ...credentials };
        expect((await postForm(server, '/oauth/introspect', body)).body).toMatchObject({ active: true });
      }
    },
  );

  it.each<[string, () => Promise<string>]>([
    ['unknown', async () => `cga_${'0'.repeat(32)}.${'A'.repeat(43)}`],
    ['of no form of this server', async () => 'mF_9.B5f-4.1JqM'],
    ['a code', () => plantCode(server)],
    ['garbled', async () => `${(await plantTokens(server)).access_token.slice(0, -43)}${'A'.repeat(43)}`],
    ['an expired access token', () => expired(({ access_token }) => access_token, 3600)],
    ['an expired refresh token', () => expired(({ refresh_token }) => refresh_token, 30 * 86_400)],
    ['a revoked access token', () => ended(({ access_token }) => access_token)],
    ['a revoked refresh token', () => ended(({ refresh_token }) => refresh_token)],
    ['a replaced refresh token', () => replaced()],
    ['of an owner who is gone', () => ofNobody()],
  ])('says of a token that is %s that it is not active, and nothing more', async (_case, token) => {
    expect(await introspect(server, await token())).toEqual({ active: false });
  });

  async function expired(pick: (tokens: Tokens) => string, after: number): Promise<string> {
    const tokens = await plantTokens(server);
    server.clock.now += after - 1;
    expect(await introspect(server, pick(tokens))).toMatchObject({ active: true });
    server.clock.now += 1;
    return pick(tokens);
  }

  async function ended(pick: (tokens: Tokens) => string): Promise<string> {
    const tokens = await plantTokens(server);
    await revoke(server, pick(tokens)).expect(200);
    return pick(tokens);
  }

  async function replaced(): Promise<string> {
    const { refresh_token } = await plantTokens(server);
    await refresh(server, refresh_token).expect(200);
    return refresh_token;
  }

  async function ofNobody(): Promise<string> {
    const user = aUser();
    await server.store.users.add(user);
    const { access_token } = await plantTokens(server, { user_id: user.id });
    await server.store.users.remove(user.username);
    return access_token;
  }
});

describe('an introspection request, RFC 7662 §2.1', () => {
  const server = testServer();

  it('may authenticate by Basic', async () => {
    const { access_token } = await plantTokens(server);
    const headers = { authorization: basic('confidential', clientSecret) };
    const answer = await postForm(server, '/oauth/introspect', { token: access_token }, headers).expect(200);
    expect(answer.body).toMatchObject({ active: true });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it.each([
    ['nobody', {}],
    ['a public client', { client_id: 'public' }],
    ['an unknown client', { client_id: 'nobody', client_secret: clientSecret }],
    ['a client with a wrong secret', { client_id: 'confidential', client_secret: 'guess' }],
    ['a client without its secret', { client_id: 'confidential' }],
  ])('of %s is refused and learns nothing', async (_case, client) => {
    const { access_token } = await plantTokens(server);
    const answer = await postForm(server, '/oauth/introspect', { token: access_token, ...client });
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
    expect(answer.body).not.toHaveProperty('active');
    expect(answer.headers['www-authenticate']).toMatch(/^Basic /);
  });

  it('with a bearer token instead of a client is refused', async () => {
    const { access_token } = await plantTokens(server);
    const headers = { authorization: `Bearer ${access_token}` };
    const answer = await postForm(server, '/oauth/introspect', { token: access_token }, headers);
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
  });

  it('without a token is invalid_request', async () => {
    const answer = await postForm(server, '/oauth/introspect', credentials);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('with the token in the URL is refused', async () => {
    const { access_token } = await plantTokens(server);
    const answer = await postForm(server, `/oauth/introspect?token=${access_token}`, {
      token: access_token,
      ...credentials,
    });
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('by GET is answered with 405', async () => {
    const answer = await supertest(server.url).get('/oauth/introspect?token=x');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });
});
