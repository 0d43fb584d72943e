import { describe, expect, it } from 'vitest';
import { databases, type DatabaseKind } from '../testing/databases.ts';
import { challenge, obtainTokens, plantCode, verifier, type Tokens } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { testServer } from '../testing/server.ts';
import { exchange, getMe, refresh, refusalOf, whichAreActive } from '../testing/token-client.ts';

describe.each(databases)('a code on $name', ({ create }) => {
  const server = testServer({ create });

  it('that comes a second time ends what the first got, and the refusal does not undo it', async () => {
    const code = await plantCode(server);
    const first = (await exchange(server, code).expect(200)).body as Tokens;
    await getMe(server, first.access_token).expect(200);
    expect(refusalOf(await exchange(server, code))).toEqual([400, 'invalid_grant']);
    expect(await whichAreActive(server, first.access_token, first.refresh_token)).toEqual([false, false]);
    await getMe(server, first.access_token).expect(401);
    expect(refusalOf(await refresh(server, first.refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it('that comes a second time ends what refreshes made of the first', async () => {
    const code = await plantCode(server);
    const first = (await exchange(server, code).expect(200)).body as Tokens;
    const next = (await refresh(server, first.refresh_token).expect(200)).body as Tokens;
    await exchange(server, code).expect(400);
    const tokens = [first.access_token, next.access_token, next.refresh_token];
    expect(await whichAreActive(server, ...tokens)).toEqual([false, false, false]);
  });

  it('that comes fifty times at once is exchanged once', async () => {
    const code = await plantCode(server);
    const answers = await Promise.all(Array.from({ length: 50 }, () => exchange(server, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(refusalOf(answer)).toEqual([400, 'invalid_grant']);
  });
});

describe('a code between two instances on one PostgreSQL', () => {
  const [, postgres] = databases as readonly [DatabaseKind, DatabaseKind];
  const server = testServer({ create: postgres.create });

  it('that comes fifty times at once is exchanged once', async () => {
    const instances = [server, await server.another()] as const;
    const code = await plantCode(server);
    const attempts = Array.from({ length: 50 }, (_, index) =>
      exchange(instances[index % 2 === 0 ? 0 : 1], code),
    );
    const answers = await Promise.all(attempts);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(49).fill(400)]);
  });
});

describe('a code, RFC 6749 §4.1.3', () => {
  const server = testServer();
  const publicRequest = { client_id: 'public', client_secret: undefined, code_verifier: verifier };

  it('is exchanged in its last second and refused in the next', async () => {
    const [early, late] = [await plantCode(server), await plantCode(server)];
    server.clock.now += 59;
    await exchange(server, early).expect(200);
    server.clock.now += 1;
    expect(refusalOf(await exchange(server, late))).toEqual([400, 'invalid_grant']);
  });

  it.each([
    ['unknown', () => `cgc_${'0'.repeat(32)}.${'A'.repeat(43)}`],
    ['no code of this server', () => 'SplxlOBeZQQYbYS6WxSbIA'],
    ['cut', (code: string) => code.slice(0, -1)],
    ['longer', (code: string) => `${code}A`],
    ['in upper case', (code: string) => code.toUpperCase()],
  ])('that is %s is refused, and the real one stays usable', async (_case, garble) => {
    const code = await plantCode(server);
    expect(refusalOf(await exchange(server, garble(code)))).toEqual([400, 'invalid_grant']);
    await exchange(server, code).expect(200);
  });

  it('is refused to another confidential client and to a public one, and stays usable', async () => {
    const code = await plantCode(server);
    const stolen = [
      await exchange(server, code, { client_id: 'other' }),
      await exchange(server, code, { client_id: 'public', client_secret: undefined }),
    ];
    expect(stolen.map(refusalOf)).toEqual([
      [400, 'invalid_grant'],
      [400, 'invalid_grant'],
    ]);
    await exchange(server, code).expect(200);
  });

  it('of one public client is refused to another', async () => {
    await server.store.clients.add(aClient({ ...server.cast.public, client_id: 'second' }));
    const code = await plantCode(server, { client_id: 'public', code_challenge: challenge });
    const stolen = await exchange(server, code, { ...publicRequest, client_id: 'second' });
    expect(refusalOf(stolen)).toEqual([400, 'invalid_grant']);
    await exchange(server, code, publicRequest).expect(200);
  });

  it('keeps the scope that was granted, whatever scope the exchange asks for', async () => {
    const code = await plantCode(server, { scope: 'profile' });
    const { body } = await exchange(server, code, { scope: 'profile event:write' }).expect(200);
    expect(body.scope).toBe('profile');
  });

  it.each([
    ['changed', 'https://app.example/other', 'invalid_grant'],
    ['longer by a slash', 'https://app.example/callback/', 'invalid_grant'],
    ['left out', undefined, 'invalid_request'],
    ['empty', '', 'invalid_request'],
  ])('is refused with the redirect_uri %s, and stays usable', async (_case, redirect_uri, error) => {
    const code = await plantCode(server);
    expect(refusalOf(await exchange(server, code, { redirect_uri }))).toEqual([400, error]);
    await exchange(server, code).expect(200);
  });

  it('of a request without redirect_uri is exchanged without one and with the registered one', async () => {
    for (const redirect_uri of [undefined, 'https://app.example/callback'])
      await exchange(server, await plantCode(server, { redirect_uri_sent: false }), { redirect_uri }).expect(
        200,
      );
  });

  it('of a request without redirect_uri is refused with another one', async () => {
    const code = await plantCode(server, { redirect_uri_sent: false });
    const answer = await exchange(server, code, { redirect_uri: 'https://evil.example/' });
    expect(refusalOf(answer)).toEqual([400, 'invalid_grant']);
  });

  it('remembers from the authorization request whether it had a redirect_uri', async () => {
    const tokens = await obtainTokens(server, { redirect_uri: undefined });
    await getMe(server, tokens.access_token).expect(200);
  });
});

describe('a code with a challenge, RFC 7636 §4.6', () => {
  const server = testServer();
  const planted = () => plantCode(server, { code_challenge: challenge });

  it.each([
    ['wrong', `${verifier.slice(0, -1)}x`, 'invalid_grant'],
    ['wrong, at the lower limit of 43 characters', 'a'.repeat(43), 'invalid_grant'],
    ['wrong, at the upper limit of 128 characters', 'a'.repeat(128), 'invalid_grant'],
    ['missing', undefined, 'invalid_grant'],
    ['empty', '', 'invalid_grant'],
    ['of 42 characters', 'a'.repeat(42), 'invalid_request'],
    ['of 129 characters', 'a'.repeat(129), 'invalid_request'],
    ['outside its alphabet', `${verifier.slice(0, -1)}+`, 'invalid_request'],
    ['with a line break at its end', `${verifier}\n`, 'invalid_request'],
  ])('is refused where the verifier is %s, and stays usable', async (_case, code_verifier, error) => {
    const code = await planted();
    expect(refusalOf(await exchange(server, code, { code_verifier }))).toEqual([400, error]);
    await exchange(server, code, { code_verifier: verifier }).expect(200);
  });

  it.each([43, 128])('is exchanged with a verifier of %i characters', async (length) => {
    const code_verifier = '~.-_aZ09'.repeat(16).slice(0, length);
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(code_verifier));
    const code = await plantCode(server, { code_challenge: Buffer.from(digest).toString('base64url') });
    await exchange(server, code, { code_verifier }).expect(200);
  });

  it('is refused with a verifier where the authorization request had no challenge', async () => {
    const code = await plantCode(server);
    expect(refusalOf(await exchange(server, code, { code_verifier: verifier }))).toEqual([
      400,
      'invalid_grant',
    ]);
    await exchange(server, code).expect(200);
  });
});
