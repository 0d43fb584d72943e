import { beforeAll, describe, expect, it } from 'vitest';
import { addClient, decideAt, openConsent, sendForm } from '../testing/dialect-flow.ts';
import { plantCode } from '../testing/owner.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { getMe, refusalOf } from '../testing/token-client.ts';

const redirect_uri = 'https://reader.example/signed-in';
const state = '7f3a9c';

/** The requests of Ghost's document: the long lines of its text are one line each. */
const printed = {
  authorization: `/ghost/authorize?response_type=code&client_id=ghost-reader&state=${state}&redirect_uri=${redirect_uri}`,
  token: (code: string) =>
    `grant_type=authorization_code&code=${code}&redirect_uri=${redirect_uri}&client_secret=${clientSecret}`,
};

describe('Ghost, as its document has it', () => {
  const server = testServer({ dialects: ['ghost'] });
  beforeAll(async () => {
    const redirect_uris = ['https://reader.example/other', redirect_uri];
    await addClient(server, { client_id: 'ghost-reader', redirect_uris });
    await addClient(server, { client_id: 'another', redirect_uris });
  });
  const exchange = (body: string) => sendForm(server, '/token', body);
  const codeIn = (location: string) => /#code=([^&]+)/.exec(location)?.[1] ?? '';
  const plant = () => plantCode(server, { client_id: 'ghost-reader', redirect_uri });

  it('answers 302 with code and state in the fragment', async () => {
    const consent = await openConsent(server, printed.authorization);
    const answered = await consent.submit({}, 'approve');
    expect(answered.status).toBe(302);
    expect(answered.location).toMatch(new RegExp(`^${redirect_uri}#code=[\\w.-]+&state=${state}&iss=`));
  });

  it('answers 302 with access_denied and state in the fragment', async () => {
    const consent = await openConsent(server, printed.authorization);
    const answered = await consent.submit({}, 'deny');
    expect(answered.status).toBe(302);
    const [target, fragment] = answered.location?.split('#') ?? [];
    expect(target).toBe(redirect_uri);
    expect(Object.fromEntries(new URLSearchParams(fragment))).toMatchObject({
      error: 'access_denied',
      state,
    });
  });

  it('takes the printed token request, and the token opens the API', async () => {
    const code = codeIn(await decideAt(server, printed.authorization));
    const { body } = await exchange(printed.token(code)).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.any(String),
      scope: 'profile',
    });
    await getMe(server, (body as { access_token: string }).access_token).expect(200);
  });

  it('takes the token request with the client_id that its list of parameters has', async () => {
    await exchange(`${printed.token(await plant())}&client_id=ghost-reader`).expect(200);
  });

  it('has the client prove itself where the code says which one it is', async () => {
    const code = await plant();
    const wrong = printed.token(code).replace(clientSecret, 'cgs_wrong');
    expect(refusalOf(await exchange(wrong))).toEqual([401, 'invalid_client']);
    const unproved = printed.token(code).replace(/&client_secret=.*/, '');
    expect(refusalOf(await exchange(unproved))).toEqual([401, 'invalid_client']);
    expect(refusalOf(await exchange(`${printed.token(code)}&client_id=another`))).toEqual([
      400,
      'invalid_grant',
    ]);
    await exchange(printed.token(code)).expect(200);
  });

  it('knows no client of a code that it did not issue', async () => {
    const code = await plant();
    const forged = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    for (const unknown of [forged, 'x', 'cgc_%00']) {
      expect((await exchange(printed.token(unknown))).status).toBeGreaterThanOrEqual(400);
    }
    expect(refusalOf(await exchange(printed.token(forged)))).toEqual([401, 'invalid_client']);
  });

  it('answers in the query where the request asks for it', async () => {
    const location = await decideAt(server, `${printed.authorization}&response_mode=query`);
    expect(location).toMatch(/^https:\/\/reader\.example\/signed-in\?code=/);
  });

  it('carries the errors of a request in the fragment, unless they are about the redirect URI', async () => {
    const sent = (query: string) => fetch(`${server.url}/ghost/authorize?${query}`, { redirect: 'manual' });
    const answer = await sent(
      `client_id=ghost-reader&redirect_uri=${redirect_uri}&response_type=token&state=${state}`,
    );
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/#error=unsupported_response_type&.*state=7f3a9c/);
    const page = await sent('client_id=ghost-reader&response_type=code&redirect_uri=https://evil.example/');
    expect([page.status, page.headers.get('location')]).toEqual([400, null]);
  });

  it('has an address of its own for the token alone: ours are as strict as ever', async () => {
    const answer = await sendForm(server, '/oauth/token', printed.token(await plant()));
    expect(refusalOf(answer)).toEqual([401, 'invalid_client']);
  });
});
