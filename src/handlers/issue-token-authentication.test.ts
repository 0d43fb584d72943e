import { beforeAll, describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { accessTokenRequest, challenge, plantCode, verifier } from '../testing/owner.ts';
import { aClient } from '../testing/records.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { basic, exchange, postForm, refusalOf } from '../testing/token-client.ts';

const inHeader = { client_id: undefined, client_secret: undefined };

describe('client authentication at the token endpoint, RFC 6749 §2.3', () => {
  const server = testServer();
  const secret = 'a+b %:é/ü';
  beforeAll(() =>
    server.store.clients.add(
      aClient({ ...server.cast.confidential, client_id: 'café:1', client_secret_hash: secrets.hash(secret) }),
    ),
  );

  /** An exchange by that header, with changes to a body that names no client. */
  async function exchangeBy(authorization: string, changes = {}) {
    const body = accessTokenRequest(await plantCode(server), { ...inHeader, ...changes });
    return await postForm(server, '/oauth/token', body, { authorization });
  }

  it.each([
    ['by Basic', basic('confidential', clientSecret)],
    ['by Basic in lower case', basic('confidential', clientSecret).replace('Basic', 'basic')],
    ['by Basic with an ordinary letter percent-encoded', basic('c%6Fnfidential', clientSecret)],
  ])('succeeds %s', async (_case, authorization) => {
    expect((await exchangeBy(authorization)).status).toBe(200);
  });

  it('succeeds by Basic with a secret in which everything is encoded', async () => {
    const code = await plantCode(server, { client_id: 'café:1' });
    const body = accessTokenRequest(code, inHeader);
    const authorization = basic('caf%C3%A9%3A1', 'a%2Bb+%25%3A%C3%A9%2F%C3%BC');
    await postForm(server, '/oauth/token', body, { authorization }).expect(200);
  });

  it('succeeds in the body with the same secret', async () => {
    const code = await plantCode(server, { client_id: 'café:1' });
    await exchange(server, code, { client_id: 'café:1', client_secret: secret }).expect(200);
  });

  it('succeeds by Basic where the body repeats client_id', async () => {
    const authorization = basic('confidential', clientSecret);
    expect((await exchangeBy(authorization, { client_id: 'confidential' })).status).toBe(200);
  });

  it('succeeds by Basic where the body has an empty client_secret, which counts as left out', async () => {
    const authorization = basic('confidential', clientSecret);
    expect((await exchangeBy(authorization, { client_secret: '' })).status).toBe(200);
  });

  it.each([
    ['a wrong secret', basic('confidential', 'guess')],
    ['an unknown client', basic('nobody', clientSecret)],
    ['an empty secret', basic('confidential', '')],
    ['malformed base64', 'Basic %%%'],
    ['no colon', `Basic ${Buffer.from('confidential').toString('base64')}`],
    ['broken percent-encoding', basic('confidential', '%zz')],
    ['NUL', basic('confidential%00', clientSecret)],
    ['a scheme that this endpoint does not know', 'Digest username="confidential"'],
  ])('fails by a header with %s: 401, and a challenge', async (_case, authorization) => {
    const answer = await exchangeBy(authorization);
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
    expect(answer.headers['www-authenticate']).toBe('Basic realm="codegrant", charset="UTF-8"');
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }],
    ['no secret', { client_secret: undefined }],
    ['an empty secret', { client_secret: '' }],
    ['no client at all', inHeader],
    ['an unknown client', { client_id: 'nobody' }],
    ['a secret of a public client', { client_id: 'public' }],
  ])('fails in the body with %s', async (_case, changes) => {
    const answer = await exchange(server, await plantCode(server), changes);
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
  });

  it('tells a wrong secret from an unknown client in the log only', async () => {
    const [wrong, unknown] = [
      await exchangeBy(basic('confidential', 'guess')),
      await exchangeBy(basic('nobody', 'guess')),
    ];
    expect(wrong.body).toEqual(unknown.body);
  });

  it.each([
    ['the secret again', { client_id: 'confidential', client_secret: clientSecret }],
    ['the secret alone', { client_secret: clientSecret }],
    ['another client', { client_id: 'other' }],
    ['a public client', { client_id: 'public' }],
  ])('is refused as invalid_request where header and body have %s', async (_case, changes) => {
    const answer = await exchangeBy(basic('confidential', clientSecret), changes);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('leaves the code usable where it fails', async () => {
    const code = await plantCode(server);
    await exchange(server, code, { client_secret: 'guess' }).expect(401);
    await exchange(server, code).expect(200);
  });

  it('comes before the grant, so that a stranger learns nothing of a code', async () => {
    const answers = await Promise.all([
      exchange(server, await plantCode(server), { client_secret: 'guess' }),
      exchange(server, 'cgc_unknown', { client_secret: 'guess' }),
    ]);
    expect(answers.map(({ body }) => body)).toEqual([answers[0].body, answers[0].body]);
  });

  it('needs no secret of a public client, by client_id or by Basic with an empty secret', async () => {
    const planted = { client_id: 'public', code_challenge: challenge };
    const request = { client_secret: undefined, code_verifier: verifier };
    const named = await plantCode(server, planted);
    await exchange(server, named, { ...request, client_id: 'public' }).expect(200);
    const body = accessTokenRequest(await plantCode(server, planted), { ...request, client_id: undefined });
    await postForm(server, '/oauth/token', body, { authorization: basic('public', '') }).expect(200);
  });
});
