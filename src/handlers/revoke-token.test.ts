import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { challenge, plantCode, verifier, type Tokens } from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import {
  basic,
  exchange,
  getMe,
  plantTokens,
  postForm,
  refresh,
  refusalOf,
  revoke,
  whichAreActive,
} from '../testing/token-client.ts';

describe.each(databases)('revoking on $name, RFC 7009 §2', ({ create }) => {
  const server = testServer({ create });

  it('ends an access token alone, at once', async () => {
    const { access_token, refresh_token } = await plantTokens(server);
    const answer = await revoke(server, access_token).expect(200);
    expect(answer.body).toEqual({});
    await getMe(server, access_token).expect(401);
    await refresh(server, refresh_token).expect(200);
  });

  it('ends with a refresh token everything of its grant', async () => {
    const { access_token, refresh_token } = await plantTokens(server);
    await revoke(server, refresh_token).expect(200);
    expect(await whichAreActive(server, access_token, refresh_token)).toEqual([false, false]);
    await getMe(server, access_token).expect(401);
    expect(refusalOf(await refresh(server, refresh_token))).toEqual([400, 'invalid_grant']);
  });

  it('ends the grant by the refresh token just replaced, which does not come again', async () => {
    const { refresh_token } = await plantTokens(server);
    const next = (await refresh(server, refresh_token).expect(200)).body as Tokens;
    await revoke(server, refresh_token).expect(200);
    expect(refusalOf(await refresh(server, refresh_token))).toEqual([400, 'invalid_grant']);
    expect(await whichAreActive(server, next.access_token, next.refresh_token)).toEqual([false, false]);
  });
});

describe('a revocation request, RFC 7009 §2.1', () => {
  const server = testServer();

  it.each([
    ['unknown', () => 'cga_unknown'],
    ['of a form that is no token of this server', () => '45ghiukldjahdnhzdauz'],
    ['a code', () => plantCode(server)],
    ['revoked before', () => revoked()],
  ])('for a token that is %s answers 200', async (_case, token) => {
    const answer = await revoke(server, await token()).expect(200);
    expect(answer.body).toEqual({});
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  async function revoked(): Promise<string> {
    const { refresh_token } = await plantTokens(server);
    await revoke(server, refresh_token).expect(200);
    return refresh_token;
  }

  it('leaves a code usable', async () => {
    const code = await plantCode(server);
    await revoke(server, code).expect(200);
    await exchange(server, code).expect(200);
  });

  it.each(['access_token', 'refresh_token', 'pass_port', ''])(
    'finds either kind of token under the hint "%s"',
    async (token_type_hint) => {
      const [one, two] = [await plantTokens(server), await plantTokens(server)];
      await revoke(server, one.access_token, { token_type_hint }).expect(200);
      await revoke(server, two.refresh_token, { token_type_hint }).expect(200);
      const tokens = [one.access_token, two.access_token, two.refresh_token];
      expect(await whichAreActive(server, ...tokens)).toEqual([false, false, false]);
    },
  );

  it('of another client is refused, and the tokens live on', async () => {
    const { access_token, refresh_token } = await plantTokens(server);
    for (const token of [access_token, refresh_token]) {
      const answers = [
        await revoke(server, token, { client_id: 'other' }),
        await revoke(server, token, { client_id: 'public', client_secret: undefined }),
      ];
      for (const answer of answers) expect(refusalOf(answer)).toEqual([400, 'invalid_grant']);
    }
    expect(await whichAreActive(server, access_token, refresh_token)).toEqual([true, true]);
  });

  it('of a public client needs its client_id alone', async () => {
    const client = { client_id: 'public', client_secret: undefined };
    const code = await plantCode(server, { client_id: 'public', code_challenge: challenge });
    const { body } = await exchange(server, code, { ...client, code_verifier: verifier }).expect(200);
    await revoke(server, body.access_token as string, client).expect(200);
    await getMe(server, body.access_token as string).expect(401);
  });

  it('may authenticate by Basic', async () => {
    const { access_token } = await plantTokens(server);
    const headers = { authorization: basic('confidential', clientSecret) };
    await postForm(server, '/oauth/revoke', { token: access_token }, headers).expect(200);
    await getMe(server, access_token).expect(401);
  });

  it.each([
    ['without a client', { client_id: undefined, client_secret: undefined }],
    ['with a wrong secret', { client_secret: 'guess' }],
    ['without the secret', { client_secret: undefined }],
  ])('%s is refused as invalid_client, and the token lives on', async (_case, changes) => {
    const { access_token } = await plantTokens(server);
    const answer = await revoke(server, access_token, changes);
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
    expect(answer.headers['www-authenticate']).toMatch(/^Basic /);
    await getMe(server, access_token).expect(200);
  });

  it('without a token is invalid_request', async () => {
    expect(refusalOf(await revoke(server, ''))).toEqual([400, 'invalid_request']);
  });

  it('with the token in the URL is refused, and the token lives on', async () => {
    const { access_token } = await plantTokens(server);
    const path = `/oauth/revoke?token=${access_token}`;
    const body = { token: access_token, client_id: 'confidential', client_secret: clientSecret };
    expect(refusalOf(await postForm(server, path, body))).toEqual([400, 'invalid_request']);
    await getMe(server, access_token).expect(200);
  });

  it('by GET is answered with 405', async () => {
    const answer = await supertest(server.url).get('/oauth/revoke?token=x');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });
});
