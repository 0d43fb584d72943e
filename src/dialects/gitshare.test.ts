import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { addClient, decideAt, openConsent, sendForm } from '../testing/dialect-flow.ts';
import { plantCode, type Tokens } from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { getMe, refusalOf } from '../testing/token-client.ts';

const redirect_uri = 'https://backup.example/gitshare';

/** The requests of GitShare's document; the body is its table of parameters in its order. */
const printed = {
  authorization: `/oauth2/authorize/?client_id=backup&response_type=code&redirect_uri=${redirect_uri}`,
  authorizationWithoutCallback: '/oauth2/authorize/?client_id=backup&response_type=code',
  token: (code: string) =>
    `client_id=backup&client_secret=${clientSecret}&code=${code}&redirect_uri=${redirect_uri}`,
};

describe('GitShare, as its document has it', () => {
  const server = testServer({ dialects: ['gitshare'] });
  beforeAll(async () => {
    await addClient(server, {
      client_id: 'backup',
      redirect_uris: [redirect_uri, 'urn:ietf:wg:oauth:2.0:oob'],
    });
    await addClient(server, { client_id: 'two', redirect_uris: [redirect_uri, 'https://backup.example/b'] });
  });
  const exchange = (body: string) => sendForm(server, '/oauth2/token/', body);
  const plant = () => plantCode(server, { client_id: 'backup', redirect_uri });
  const tokens = async () => (await exchange(printed.token(await plant())).expect(200)).body as Tokens;

  it('sends the verifier to the callback, and exchanges it without a grant type', async () => {
    const consent = await openConsent(server, printed.authorization);
    expect(consent.html).toContain('action="/oauth2/authorize/decision"');
    const { location } = await consent.submit({}, 'approve');
    expect(location).toMatch(/^https:\/\/backup\.example\/gitshare\?code=/);
    const code = new URL(location ?? '').searchParams.get('code') ?? '';
    const { body } = await exchange(printed.token(code)).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      refresh_token: expect.any(String),
      scope: 'profile',
      token_type: 'Bearer',
    });
  });

  it('displays the verifier on screen where no callback is specified', async () => {
    const consent = await openConsent(server, printed.authorizationWithoutCallback);
    const shown = await consent.submit({}, 'approve');
    const [code = ''] = /cgc_[\w.-]+/.exec(shown.text) ?? [];
    const body = printed.token(code).replace(/&redirect_uri=.*/, '');
    await exchange(body).expect(200);
  });

  it('displays it only for a client that is registered for that', async () => {
    const target = printed.authorizationWithoutCallback.replace('backup', 'two');
    const answer = await fetch(server.url + target, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('tells a callback that the owner disallowed the application', async () => {
    expect(await decideAt(server, printed.authorization, 'deny')).toMatch(/\?error=access_denied&/);
  });

  it('answers 400 with invalid_grant', async () => {
    const answer = await exchange(printed.token('SplxlOBeZQQYbYS6WxSbIA'));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: 'invalid_grant' });
  });

  it('refreshes with the grant type that it has to name', async () => {
    const { refresh_token } = await tokens();
    const body = `client_id=backup&client_secret=${clientSecret}&refresh_token=${refresh_token}`;
    expect(refusalOf(await exchange(body))).toEqual([400, 'invalid_request']);
    await exchange(`${body}&grant_type=refresh_token`).expect(200);
  });

  it.each(['/oauth2/authorize', '/oauth2/token', '/oauth2/authorize/decision'])(
    'serves %s with and without the slash at its end',
    async (path) => {
      const [plain, slashed] = await Promise.all(
        [path, `${path}/`].map((target) => supertest(server.url).post(target)),
      );
      expect(slashed?.status).toBe(plain?.status);
      expect(plain?.status).not.toBe(404);
    },
  );

  it('opens the API by the header and by a request parameter, and not by both', async () => {
    const { access_token } = await tokens();
    await getMe(server, access_token).expect(200);
    const target = `/api/me?access_token=${access_token}`;
    await supertest(server.url).get(target).expect(200);
    const both = await supertest(server.url).get(target).set('Authorization', `Bearer ${access_token}`);
    expect(refusalOf(both)).toEqual([400, 'invalid_request']);
    const twice = await supertest(server.url).get(`${target}&access_token=${access_token}`);
    expect(refusalOf(twice)).toEqual([400, 'invalid_request']);
    const unknown = await supertest(server.url).get('/api/me?access_token=x');
    expect(refusalOf(unknown)).toEqual([401, 'invalid_token']);
  });

  it('takes a token for an event from one place of three', async () => {
    const { access_token } = await tokens();
    const target = `/api/events?access_token=${access_token}`;
    await sendForm(server, target, 'title=x&starts_at=2027-09-18T14:00:00Z').expect(201);
    const body = `title=x&starts_at=2027-09-18T14:00:00Z&access_token=${access_token}`;
    expect(refusalOf(await sendForm(server, target, body))).toEqual([400, 'invalid_request']);
  });
});
