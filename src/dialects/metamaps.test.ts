import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { addClient, openConsent, sendForm } from '../testing/dialect-flow.ts';
import { plantCode, type Tokens } from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { getMe, refusalOf } from '../testing/token-client.ts';

const redirect_uri = 'urn:ietf:wg:oauth:2.0:oob';

/** The requests of Metamaps' tutorial. */
const printed = {
  authorization: `/oauth/authorize?client_id=maps-client&redirect_uri=${redirect_uri}&response_type=code`,
  token: (code: string) =>
    `/oauth/token?client_id=maps-client&client_secret=${clientSecret}&code=${code}&grant_type=authorization_code&redirect_uri=${redirect_uri}`,
  fetchOptions: { method: 'POST', credentials: 'same-origin' },
} as const;

describe('Metamaps, as its tutorial has it', () => {
  const server = testServer({ dialects: ['metamaps'] });
  beforeAll(() => addClient(server, { client_id: 'maps-client', redirect_uris: [redirect_uri] }));
  const exchange = (target: string) => fetch(server.url + target, printed.fetchOptions);
  const plant = () => plantCode(server, { client_id: 'maps-client', redirect_uri });
  const refused = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { error: string }).error,
  ];

  it('shows the code after a click on Authorize, and exchanges it with everything in the URL', async () => {
    const consent = await openConsent(server, printed.authorization);
    expect(consent.html).toMatch(/value="approve"[^>]*>Authorize</);
    expect(consent.html).not.toContain('name="agreed"');
    const shown = await consent.submit({}, 'approve');
    const [code = ''] = /cgc_[\w.-]+/.exec(shown.text) ?? [];
    const tokens = (await (await exchange(printed.token(code))).json()) as Tokens;
    expect(tokens).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 7200,
      refresh_token: expect.any(String),
      scope: 'profile tokens:read',
    });
    await getMe(server, tokens.access_token).expect(200);
    const own = await supertest(server.url)
      .get('/api/my_tokens')
      .set('Authorization', `Bearer ${tokens.access_token}`);
    expect(own.body).toMatchObject({ tokens: [{ client_id: 'maps-client', scope: 'profile tokens:read' }] });
  });

  it('keeps the access token for the two hours that it promises', async () => {
    const { access_token } = (await (await exchange(printed.token(await plant()))).json()) as Tokens;
    server.clock.now += 7199;
    await getMe(server, access_token).expect(200);
    server.clock.now += 1;
    await getMe(server, access_token).expect(401);
  });

  it('promises the same two hours for a refresh, in the URL as well', async () => {
    const { refresh_token } = (await (await exchange(printed.token(await plant()))).json()) as Tokens;
    const credentials = `client_id=maps-client&client_secret=${clientSecret}`;
    const answer = await exchange(
      `/oauth/token?grant_type=refresh_token&refresh_token=${refresh_token}&${credentials}`,
    );
    expect(await answer.json()).toMatchObject({ token_type: 'bearer', expires_in: 7200 });
  });

  it('takes the form body of RFC 6749 §4.1.3 as well', async () => {
    const [path = '', query = ''] = printed.token(await plant()).split('?');
    await sendForm(server, path, query).expect(200);
  });

  it('takes part in the URL and part in the body, and nothing twice', async () => {
    const code = await plant();
    const target = printed.token(code);
    const [path = '', query = ''] = target.split('?');
    expect(refusalOf(await sendForm(server, target, `code=${code}`))).toEqual([400, 'invalid_request']);
    const [id = '', ...rest] = query.split('&');
    await sendForm(server, `${path}?${id}`, rest.join('&')).expect(200);
  });

  it.each([
    ['a parameter sent twice', '&code=x', [400, 'invalid_request']],
    ['a malformed scope', '&scope=%22', [400, 'invalid_scope']],
    ['a query that is not UTF-8', '&x=%ff', [400, 'invalid_request']],
    ['a NUL', '&x=%00', [400, 'invalid_request']],
  ])('refuses %s in the URL as it does in the form', async (_, added, refusal) => {
    expect(await refused(await exchange(printed.token(await plant()) + added))).toEqual(refusal);
  });

  it('refuses a URL without a grant type, and an empty request', async () => {
    const target = printed.token(await plant()).replace('grant_type=authorization_code&', '');
    expect(await refused(await exchange(target))).toEqual([400, 'invalid_request']);
    expect(await refused(await exchange('/oauth/token'))).toEqual([400, 'invalid_request']);
  });

  it('authenticates the client in the URL as it does elsewhere', async () => {
    const target = printed.token(await plant());
    expect(await refused(await exchange(target.replace(clientSecret, 'cgs_wrong')))).toEqual([
      401,
      'invalid_client',
    ]);
    await exchange(target).then(({ status }) => expect(status).toBe(200));
  });

  it.each(['/oauth/revoke', '/oauth/introspect'])(
    'has parameters in the URL at the token endpoint alone: %s',
    async (path) => {
      const answer = await exchange(`${path}?token=x&client_id=maps-client&client_secret=${clientSecret}`);
      expect(answer.status).toBe(400);
    },
  );

  it('logs neither the secret nor the code of the URL', async () => {
    server.log.splice(0);
    const code = await plant();
    await exchange(printed.token(code));
    await exchange(`${printed.token(code)}&x=%ff`);
    expect(server.log.join('')).toContain('/oauth/token');
    expect(server.log.join('')).not.toContain(code);
    expect(server.log.join('')).not.toContain(clientSecret);
  });
});
