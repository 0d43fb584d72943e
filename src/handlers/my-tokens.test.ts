import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { plantCode } from '../testing/owner.ts';
import { aUser } from '../testing/records.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { exchange, getMe, plantTokens, refresh, refusalOf, revoke } from '../testing/token-client.ts';

const scope = 'profile tokens:read tokens:revoke';

/** An owner without any authorization but the one of this token. */
async function newOwner(server: TestServer) {
  const user = aUser();
  await server.store.users.add(user);
  const tokens = await plantTokens(server, { user_id: user.id, scope });
  return { user, ...tokens };
}

function list({ url }: TestServer, access_token: string) {
  return supertest(url).get('/api/my_tokens').set('Authorization', `Bearer ${access_token}`);
}

function takeBack({ url }: TestServer, access_token: string, id: string) {
  return supertest(url).delete(`/api/my_tokens/${id}`).set('Authorization', `Bearer ${access_token}`);
}

function takeAllBack({ url }: TestServer, access_token: string) {
  return supertest(url).delete('/api/my_tokens').set('Authorization', `Bearer ${access_token}`);
}

const idOf = (token: string) => token.slice(4, 36);

describe.each(databases)("the owner's authorizations on $name", ({ create }) => {
  const server = testServer({ create });

  it('are listed with client, scope and times, newest first', async () => {
    const { user, access_token } = await newOwner(server);
    const start = server.clock.now;
    server.clock.now += 60;
    const code = await plantCode(server, { user_id: user.id, client_id: 'other', scope: 'profile' });
    const second = await exchange(server, code, { client_id: 'other' }).expect(200);
    const { body } = await list(server, access_token).expect(200);
    expect(body).toEqual({
      tokens: [
        {
          id: idOf(second.body.access_token as string),
          client_id: 'other',
          client_name: 'Other',
          scope: 'profile',
          client_uri: server.cast.other.client_uri,
          authorized_at: start + 60,
          last_used_at: start + 60,
          expires_at: start + 60 + 30 * 86_400,
        },
        {
          id: idOf(access_token),
          client_id: 'confidential',
          client_name: 'Calendar',
          scope,
          client_uri: server.cast.confidential.client_uri,
          authorized_at: start,
          last_used_at: start + 60,
          expires_at: start + 30 * 86_400,
        },
      ],
    });
  });

  it('leave out what is not redeemed, revoked, expired, or of somebody else', async () => {
    const { user, access_token, refresh_token } = await newOwner(server);
    await newOwner(server);
    await plantCode(server, { user_id: user.id });
    const revoked = await plantTokens(server, { user_id: user.id });
    await revoke(server, revoked.refresh_token).expect(200);
    const { body } = await list(server, access_token).expect(200);
    expect(body.tokens.map(({ id }: { id: string }) => id)).toEqual([idOf(access_token)]);
    server.clock.now += 29 * 86_400;
    const next = await refresh(server, refresh_token).expect(200);
    const late = (await list(server, next.body.access_token as string).expect(200)).body;
    expect(late.tokens).toHaveLength(1);
  });

  it('are taken back at once, with code, access and refresh tokens', async () => {
    const { user, access_token } = await newOwner(server);
    const other = await plantTokens(server, { user_id: user.id });
    await takeBack(server, access_token, idOf(other.access_token)).expect(204);
    await getMe(server, other.access_token).expect(401);
    expect(refusalOf(await refresh(server, other.refresh_token))).toEqual([400, 'invalid_grant']);
    expect(refusalOf(await takeBack(server, access_token, idOf(other.access_token)))).toEqual([
      404,
      'not_found',
    ]);
    const code = await plantCode(server, { user_id: user.id });
    await takeBack(server, access_token, idOf(code)).expect(204);
    expect(refusalOf(await exchange(server, code))).toEqual([400, 'invalid_grant']);
  });

  it('are taken back all at once, with the token in use, and nobody else’s', async () => {
    const [mine, theirs] = [await newOwner(server), await newOwner(server)];
    const other = await plantTokens(server, { user_id: mine.user.id });
    const code = await plantCode(server, { user_id: mine.user.id });
    const { text } = await takeAllBack(server, mine.access_token).expect(204);
    expect(text).toBe('');
    await list(server, mine.access_token).expect(401);
    await getMe(server, other.access_token).expect(401);
    expect(refusalOf(await refresh(server, other.refresh_token))).toEqual([400, 'invalid_grant']);
    expect(refusalOf(await exchange(server, code))).toEqual([400, 'invalid_grant']);
    await list(server, theirs.access_token).expect(200);
  });

  it('may end with the token that takes them back', async () => {
    const { access_token } = await newOwner(server);
    await takeBack(server, access_token, idOf(access_token)).expect(204);
    await list(server, access_token).expect(401);
  });

  it('of somebody else cannot be told from none at all, and live on', async () => {
    const [mine, theirs] = [await newOwner(server), await newOwner(server)];
    const answers = [
      await takeBack(server, mine.access_token, idOf(theirs.access_token)),
      await takeBack(server, mine.access_token, '0'.repeat(32)),
    ];
    expect(answers.map(refusalOf)).toEqual(Array(2).fill([404, 'not_found']));
    expect(answers[0]?.text).toBe(answers[1]?.text);
    await list(server, theirs.access_token).expect(200);
  });
});

describe('the scope of the authorizations', () => {
  const server = testServer();

  it('to list them is tokens:read, and to take one back tokens:revoke', async () => {
    const { access_token: revoking } = await plantTokens(server, { scope: 'profile tokens:revoke' });
    const { access_token: reading } = await plantTokens(server, { scope: 'profile tokens:read' });
    const refused = [
      await list(server, revoking),
      await takeBack(server, reading, idOf(revoking)),
      await takeAllBack(server, reading),
    ];
    expect(refused.map(refusalOf)).toEqual(Array(3).fill([403, 'insufficient_scope']));
    expect(refused.map(({ headers }) => headers['www-authenticate'] as string)).toEqual([
      expect.stringContaining('scope="tokens:read"'),
      expect.stringContaining('scope="tokens:revoke"'),
      expect.stringContaining('scope="tokens:revoke"'),
    ]);
    await getMe(server, revoking).expect(200);
  });

  it('is not reached without a token', async () => {
    const answers = [
      await supertest(server.url).get('/api/my_tokens'),
      await supertest(server.url).delete('/api/my_tokens/x'),
      await supertest(server.url).delete('/api/my_tokens'),
    ];
    for (const { status, headers } of answers)
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="codegrant"']);
  });
});
