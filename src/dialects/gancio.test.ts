import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { addClient, decideAt, openConsent, sendForm } from '../testing/dialect-flow.ts';
import { testServer } from '../testing/server.ts';
import { getMe, refusalOf } from '../testing/token-client.ts';

/** The requests of Gancio's document, with its own names and addresses. */
const printed = {
  registration:
    'client_name=Wordpress Event Manager&redirect_uris=https://noblogs.org/&website=https://myapp.example',
  authorization: (client_id: string) =>
    `/authorize?response_type=code&redirect_uri=https://noblogs.org/&scope=event:write&client_id=${client_id}`,
  token: ({ client_id, client_secret }: Application, code: string) =>
    `client_id=${client_id}&client_secret=${client_secret}&scope=event:write&grant_type=authorization_code&code=${code}`,
};

interface Application {
  client_id: string;
  client_secret: string;
}

describe('Gancio, as its document has it', () => {
  const server = testServer({ dialects: ['gancio'] });
  const register = (body = printed.registration) => sendForm(server, '/api/client', body);
  const registered = async () => (await register().expect(200)).body as Application;
  const codeFor = async ({ client_id }: Application) => {
    const location = await decideAt(server, printed.authorization(client_id));
    return new URL(location).searchParams.get('code') ?? '';
  };

  it('registers the client of the example', async () => {
    const { body, headers } = await register().expect(200);
    expect(body).toEqual({
      client_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      client_secret: expect.stringMatching(/^cgs_/),
      name: 'Wordpress Event Manager',
      redirect_uris: 'https://noblogs.org/',
      scopes: 'event:write',
      website: 'https://myapp.example',
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('registers from JSON too, with the scopes that were asked for', async () => {
    const json = { client_name: 'X', redirect_uris: 'https://noblogs.org/', scopes: 'profile event:write' };
    const answer = await supertest(server.url).post('/api/client').send(json);
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ scopes: 'profile event:write', website: null }),
    ]);
  });

  it('takes the whole way, from the registration to an event', async () => {
    const application = await registered();
    const consent = await openConsent(server, printed.authorization(application.client_id));
    expect(consent.text).toContain('Wordpress Event Manager asks for access to your account');
    expect(consent.text).toContain('https://noblogs.org');
    const { location } = await consent.submit({}, 'approve');
    expect(location).toMatch(/^https:\/\/noblogs\.org\/\?code=[\w.]+/);
    const code = new URL(location ?? '').searchParams.get('code') ?? '';
    const answer = await sendForm(server, '/oauth/token', printed.token(application, code)).expect(200);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', scope: 'event:write' });
    const { access_token } = answer.body as { access_token: string };
    const event = { title: 'Harvest festival', starts_at: '2027-09-18T14:00:00+02:00' };
    await supertest(server.url)
      .post('/api/events')
      .set('Authorization', `Bearer ${access_token}`)
      .send(event)
      .expect(201);
    await getMe(server, access_token).expect(403);
  });

  it('asks for event:write where the request has no scope', async () => {
    const { client_id } = await registered();
    const target = printed.authorization(client_id).replace('&scope=event:write', '');
    expect((await openConsent(server, target)).text).toContain('event:write');
  });

  it('tells the client that the owner denied', async () => {
    const { client_id } = await registered();
    const location = await decideAt(server, `${printed.authorization(client_id)}&state=xyz`, 'deny');
    expect(location).toMatch(/^https:\/\/noblogs\.org\/\?error=access_denied&.*state=xyz/);
  });

  it('compares the redirect URI of the exchange where one is sent', async () => {
    const application = await registered();
    const request = printed.token(application, await codeFor(application));
    const wrong = await sendForm(server, '/oauth/token', `${request}&redirect_uri=https://noblogs.org`);
    expect(refusalOf(wrong)).toEqual([400, 'invalid_grant']);
    await sendForm(server, '/oauth/token', `${request}&redirect_uri=https://noblogs.org/`).expect(200);
  });

  it('keeps the authorization endpoint of this server as it is', async () => {
    await addClient(server, { client_id: 'plain', redirect_uris: ['https://noblogs.org/'] });
    const consent = await openConsent(server, printed.authorization('plain').replace('/', '/oauth/'));
    expect(consent.html).toContain('action="/oauth/authorize/decision"');
    expect(consent.text).toContain('Allow');
  });

  it.each([
    ['nothing', '', 'invalid_client_metadata'],
    ['no redirect URI', 'client_name=x', 'invalid_client_metadata'],
    [
      'a name that is too long',
      `redirect_uris=https://a.example/&client_name=${'x'.repeat(201)}`,
      'invalid_client_metadata',
    ],
    [
      'two redirect URIs',
      'redirect_uris=https://a.example/&redirect_uris=https://b.example/',
      'invalid_client_metadata',
    ],
    ['a redirect URI with a fragment', 'redirect_uris=https://a.example/%23x', 'invalid_redirect_uri'],
    ['a redirect URI with plain http', 'redirect_uris=http://a.example/', 'invalid_redirect_uri'],
    ['an unknown scope', 'redirect_uris=https://a.example/&scopes=no:such', 'invalid_client_metadata'],
    [
      'a website that is none',
      'redirect_uris=https://a.example/&website=javascript:1',
      'invalid_client_metadata',
    ],
    ['what is not UTF-8', 'redirect_uris=%ff', 'invalid_client_metadata'],
  ])('refuses %s as RFC 7591 §3.2.2 does', async (_, body, error) => {
    expect(refusalOf(await register(body))).toEqual([400, error]);
  });

  it('never logs the secret', async () => {
    server.log.splice(0);
    const { client_secret } = await registered();
    expect(server.log.join('')).not.toContain(client_secret);
  });
});
