import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { signedIn } from '../testing/owner.ts';
import { aUser } from '../testing/records.ts';
import { testServer } from '../testing/server.ts';
import { getMe, plantTokens, refusalOf, revoke } from '../testing/token-client.ts';

describe('the owner behind a bearer token, RFC 6750 §2.1', () => {
  const server = testServer();
  const get = (authorization: string) =>
    supertest(server.url).get('/api/me').set('Authorization', authorization);

  it('is told, to no cache', async () => {
    const { access_token } = await plantTokens(server);
    const answer = await getMe(server, access_token).expect(200);
    expect(answer.body).toEqual({ sub: server.cast.owner.id, username: 'ada', name: 'Ada Lovelace' });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it.each(['bearer', 'BEARER', 'Bearer '])(
    'is told whatever the letter case of the scheme "%s"',
    async (scheme) => {
      const { access_token } = await plantTokens(server);
      await get(`${scheme} ${access_token}`).expect(200);
    },
  );

  it('is not told without a token; the challenge has a realm and no error, RFC 6750 §3.1', async () => {
    const answer = await supertest(server.url).get('/api/me').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="codegrant"');
    expect(answer.body.error).toBe('unauthorized');
  });

  it('is not told to another scheme', async () => {
    const answer = await get('Basic Y29uZmlkZW50aWFsOng=').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="codegrant"');
  });

  it.each(['Bearer', 'Bearer a b', 'Bearer a"b', 'Bearer =abc', 'Bearer a,b'])(
    'is not told to the malformed header "%s"',
    async (authorization) => {
      const answer = await get(authorization);
      expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
      expect(answer.headers['www-authenticate']).toMatch(
        /^Bearer realm="codegrant", error="invalid_request", error_description="[ !#-[\]-~]+"$/,
      );
    },
  );

  it.each<[string, () => Promise<string>]>([
    ['unknown', async () => 'mF_9.B5f-4.1JqM'],
    ['a refresh token', async () => (await plantTokens(server)).refresh_token],
    ['garbled', async () => `${(await plantTokens(server)).access_token.slice(0, -43)}${'A'.repeat(43)}`],
    ['expired', () => expired()],
    ['revoked', () => revoked()],
  ])('is not told to a token that is %s', async (_case, token) => {
    const answer = await getMe(server, await token());
    expect(refusalOf(answer)).toEqual([401, 'invalid_token']);
    expect(answer.headers['www-authenticate']).toMatch(
      /^Bearer realm="codegrant", error="invalid_token", error_description="[ !#-[\]-~]+"$/,
    );
  });

  async function expired(): Promise<string> {
    const { access_token } = await plantTokens(server);
    server.clock.now += 3599;
    await getMe(server, access_token).expect(200);
    server.clock.now += 1;
    return access_token;
  }

  async function revoked(): Promise<string> {
    const { access_token } = await plantTokens(server);
    await revoke(server, access_token).expect(200);
    return access_token;
  }

  it('is not told to a token of another scope; the challenge names the one that is wanted', async () => {
    const { access_token } = await plantTokens(server, { scope: 'event:read event:write' });
    const answer = await getMe(server, access_token);
    expect(refusalOf(answer)).toEqual([403, 'insufficient_scope']);
    expect(answer.headers['www-authenticate']).toMatch(
      /^Bearer realm="codegrant", error="insufficient_scope", error_description="[ !#-[\]-~]+", scope="profile"$/,
    );
  });

  it('is not told to a token in the URL', async () => {
    const { access_token } = await plantTokens(server);
    const answer = await supertest(server.url).get(`/api/me?access_token=${access_token}`).expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="codegrant"');
  });

  it('is told to the header where the URL has a token too, which is ignored', async () => {
    const { access_token } = await plantTokens(server);
    await supertest(server.url)
      .get('/api/me?access_token=x')
      .set('Authorization', `Bearer ${access_token}`)
      .expect(200);
  });

  it("is not told to the browser's session", async () => {
    const browser = await signedIn(server);
    const answer = await browser.get('/api/me').expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="codegrant"');
  });

  it('is not told to a token of an owner who is gone', async () => {
    const user = aUser();
    await server.store.users.add(user);
    const { access_token } = await plantTokens(server, { user_id: user.id });
    await server.store.users.remove(user.username);
    expect(refusalOf(await getMe(server, access_token))).toEqual([401, 'invalid_token']);
  });
});
