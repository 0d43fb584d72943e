import { describe, expect, it } from 'vitest';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { challenge, plantCode, verifier, type Tokens } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import type { Endpoint } from '../testing/token-client.ts';
import {
  exchange,
  getMe,
  introspect,
  plantTokens,
  refresh,
  refusalOf,
  whichAreActive,
} from '../testing/token-client.ts';

const day = 86_400;

/** Refreshes one token twenty times at once; the tokens of all answers have to be the same and alive. */
async function raceRefreshes(server: TestServer, instances: readonly Endpoint[]) {
  const { refresh_token } = await plantTokens(server);
  const attempts = Array.from({ length: 20 }, (_, index) =>
    refresh(instances[index % instances.length] as Endpoint, refresh_token),
  );
  const answers = await Promise.all(attempts);
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
  const tokens = answers.map(({ body }) => body as Tokens);
  const [next, ...others] = new Set(tokens.map((answer) => answer.refresh_token));
  expect(others).toEqual([]);
  expect(new Set(tokens.map(({ access_token }) => access_token)).size).toBe(1);
  await refresh(server, next).expect(200);
}

describe.each(databases)('a refresh token on $name', ({ create }) => {
  const server = testServer({ create });

  it('that comes twenty times at once gets the same tokens each time, and the family lives', async () => {
    await raceRefreshes(server, [server]);
  });

  it('gets its lost answer again within ten seconds, with the time that is left', async () => {
    const { refresh_token } = await plantTokens(server);
    const answer = await refresh(server, refresh_token).expect(200);
    server.clock.now += 10;
    const again = await refresh(server, refresh_token).expect(200);
    expect(again.body).toEqual({ ...answer.body, expires_in: 3590 });
    await getMe(server, again.body.access_token as string).expect(200);
    await refresh(server, again.body.refresh_token as string).expect(200);
  });

  it('that comes after ten seconds ends the family', async () => {
    const { refresh_token } = await plantTokens(server);
    const next = (await refresh(server, refresh_token).expect(200)).body as Tokens;
    server.clock.now += 11;
    expect(refusalOf(await refresh(server, refresh_token))).toEqual([400, 'invalid_grant']);
    expect(await whichAreActive(server, next.access_token, next.refresh_token)).toEqual([false, false]);
    expect(refusalOf(await refresh(server, next.refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it('of two generations ago ends the family at once', async () => {
    const first = await plantTokens(server);
    const second = (await refresh(server, first.refresh_token).expect(200)).body as Tokens;
    const third = (await refresh(server, second.refresh_token).expect(200)).body as Tokens;
    expect(refusalOf(await refresh(server, first.refresh_token))).toEqual([400, 'invalid_grant']);
    expect(await whichAreActive(server, third.access_token, third.refresh_token)).toEqual([false, false]);
    await getMe(server, third.access_token).expect(401);
  });
});

describe('a refresh token between two instances on one PostgreSQL', () => {
  const [, postgres] = databases as readonly [DatabaseKind, DatabaseKind];
  const server = testServer({ create: postgres.create });

  it('that comes twenty times at once gets the same tokens each time, and the family lives', async () => {
    await raceRefreshes(server, [server, await server.another()]);
  });
});

describe('a refresh, RFC 6749 §6', () => {
  const server = testServer();

  it('is answered as RFC 6749 §5.1 says, with a new refresh token', async () => {
    const first = await plantTokens(server);
    const answer = await refresh(server, first.refresh_token).expect(200);
    expect(answer.body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.any(String),
      scope: 'profile event:write',
    });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(answer.body.refresh_token).not.toBe(first.refresh_token);
    expect(answer.body.access_token).not.toBe(first.access_token);
  });

  it('narrows the scope of the access token, and the next refresh has the granted one again', async () => {
    const { refresh_token } = await plantTokens(server);
    const narrow = await refresh(server, refresh_token, { scope: 'profile' }).expect(200);
    expect(narrow.body.scope).toBe('profile');
    expect(await introspect(server, narrow.body.access_token as string)).toMatchObject({ scope: 'profile' });
    expect(await introspect(server, narrow.body.refresh_token as string)).toMatchObject({
      scope: 'profile event:write',
    });
    const wide = await refresh(server, narrow.body.refresh_token as string).expect(200);
    expect(wide.body.scope).toBe('profile event:write');
  });

  it.each(['profile event:write event:read', 'event:read', 'no-such-scope'])(
    'for the scope "%s" beyond the granted one is refused, and the token stays usable',
    async (scope) => {
      const { refresh_token } = await plantTokens(server);
      expect(refusalOf(await refresh(server, refresh_token, { scope }))).toEqual([400, 'invalid_scope']);
      await refresh(server, refresh_token).expect(200);
    },
  );

  it('by another client, confidential or public, is refused, and the token stays usable', async () => {
    const { refresh_token } = await plantTokens(server);
    const stolen = [
      await refresh(server, refresh_token, { client_id: 'other' }),
      await refresh(server, refresh_token, { client_id: 'public', client_secret: undefined }),
    ];
    expect(stolen.map(refusalOf)).toEqual([
      [400, 'invalid_grant'],
      [400, 'invalid_grant'],
    ]);
    await refresh(server, refresh_token).expect(200);
  });

  it('of a confidential client needs its secret', async () => {
    const { refresh_token } = await plantTokens(server);
    const answer = await refresh(server, refresh_token, { client_secret: undefined });
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
    await refresh(server, refresh_token).expect(200);
  });

  it('of a public client rotates as well', async () => {
    const code = await plantCode(server, { client_id: 'public', code_challenge: challenge });
    const client = { client_id: 'public', client_secret: undefined };
    const first = await exchange(server, code, { ...client, code_verifier: verifier }).expect(200);
    const next = await refresh(server, first.body.refresh_token as string, client).expect(200);
    expect(next.body.refresh_token).not.toBe(first.body.refresh_token);
  });

  it('after thirty days without use is refused', async () => {
    const { refresh_token } = await plantTokens(server);
    server.clock.now += 30 * day;
    expect(refusalOf(await refresh(server, refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it('after ninety days is refused, however often it was used', async () => {
    let { refresh_token } = await plantTokens(server);
    const start = server.clock.now;
    for (const days of [29, 58, 87]) {
      server.clock.now = start + days * day;
      ({ refresh_token } = (await refresh(server, refresh_token).expect(200)).body as Tokens);
    }
    server.clock.now = start + 90 * day;
    expect(refusalOf(await refresh(server, refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it.each([
    ['cut', (token: string) => token.slice(0, -1)],
    ['with another secret', (token: string) => `${token.slice(0, -43)}${'A'.repeat(43)}`],
    ['of a generation to come', (token: string) => token.replace('.0.', '.1.')],
    ['an access token', (_token: string, access: string) => access],
  ])('with a token that is %s is refused, and the family lives', async (_case, garble) => {
    const { refresh_token, access_token } = await plantTokens(server);
    const answer = await refresh(server, garble(refresh_token, access_token));
    expect(refusalOf(answer)).toEqual([400, 'invalid_grant']);
    await refresh(server, refresh_token).expect(200);
  });

  it('is refused to a client that has lost the grant type', async () => {
    const client = aClient({ ...server.cast.confidential, client_id: 'demoted' });
    await server.store.clients.add(client);
    const code = await plantCode(server, { client_id: 'demoted' });
    const { body } = await exchange(server, code, { client_id: 'demoted' }).expect(200);
    await server.store.clients.update('demoted', { ...client, grant_types: ['authorization_code'] });
    const answer = await refresh(server, body.refresh_token as string, { client_id: 'demoted' });
    expect(refusalOf(answer)).toEqual([400, 'unauthorized_client']);
  });
});
