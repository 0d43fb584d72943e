import { describe, expect, it } from 'vitest';
import { secretIn, another, filledIn, owned, submit } from '../testing/application-pages.ts';
import { textOf, unescapeHtml } from '../testing/authorization-answer.ts';
import { databases } from '../testing/databases.ts';
import { plantCode, signedIn } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';
import { exchange, getMe, plantTokens, refusalOf } from '../testing/token-client.ts';

const path = '/oauth/applications';
const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

describe.each(databases)('registering an application on $name', ({ create }) => {
  const server = testServer({ create });
  /** What one user's form becomes: the answer, and the client where there is one. */
  async function register(fields: Parameters<typeof submit>[2]) {
    const { user, browser } = await another(server);
    const answer = await submit(browser, path, fields);
    const [client] = await server.store.clients.listOwned(user.id, { after: null, limit: 2 });
    const { status, text } = answer;
    return { status, text, headers: answer.headers as Record<string, string>, user, browser, client };
  }

  it('shows the secret once, which is good from then on and is at rest as a hash', async () => {
    const { status, text, headers, client, user, browser } = await register(filledIn);
    const client_secret = secretIn(text);
    const client_id = client?.client_id ?? '';
    expect([status, headers['cache-control']]).toEqual([201, 'no-store']);
    expect(client).toMatchObject({
      client_name: 'Garden planner',
      client_uri: 'https://garden.example/',
      redirect_uris: ['https://garden.example/callback'],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      scope: 'profile event:write',
      owner_id: user.id,
      owner: user.username,
    });
    expect(JSON.stringify(client)).not.toContain(client_secret);
    expect(secretIn((await browser.get(`${path}/${client_id}`).expect(200)).text)).toBeUndefined();
    const redirect_uri = 'https://garden.example/callback';
    const code = await plantCode(server, { client_id, redirect_uri });
    await exchange(server, code, { client_id, client_secret, redirect_uri }).expect(200);
    expect([...server.log, JSON.stringify(headers)].join()).not.toContain('cgs_');
  });

  it('gives a public one no secret', async () => {
    const { status, text, client } = await register({ ...filledIn, client_type: 'public' });
    expect([status, secretIn(text)]).toEqual([201, undefined]);
    expect(client).toMatchObject({ client_secret_hash: null, token_endpoint_auth_method: 'none' });
  });

  it('takes many redirect URIs and one scope, leaves blank rows out and every URI as it was typed', async () => {
    const redirect_uris = [
      '',
      '  ',
      'com.example.app:/cb',
      'http://127.0.0.1/cb?a=%20',
      'com.example.app:/cb',
    ];
    const fields = { ...filledIn, redirect_uris, out_of_band: 'yes', scope: 'profile', client_uri: '' };
    const { status, client } = await register(fields);
    expect(status).toBe(201);
    expect(client).toMatchObject({
      client_uri: null,
      redirect_uris: ['com.example.app:/cb', 'http://127.0.0.1/cb?a=%20', outOfBand],
      scope: 'profile',
    });
  });

  it.each([
    ['the box alone', { redirect_uris: undefined, out_of_band: 'yes' }],
    ['the URN, typed', { redirect_uris: outOfBand }],
  ])('is out-of-band by %s', async (_case, fields) => {
    const { status, client } = await register({ ...filledIn, ...fields });
    expect([status, client?.redirect_uris]).toEqual([201, [outOfBand]]);
  });

  it.each(['confidential', 'public'])(
    'offers a request to try for each redirect URI of a %s one',
    async (kind) => {
      const { text, client, browser } = await register({
        ...filledIn,
        client_type: kind,
        out_of_band: 'yes',
      });
      const links = [...text.matchAll(/href="(\/oauth\/authorize\?[^"]*)"/g)].map(([, link = '']) =>
        unescapeHtml(link),
      );
      expect(links).toHaveLength(2);
      for (const link of links)
        expect((await browser.get(link).expect(200)).text).toContain(`value="${client?.client_id}"`);
    },
  );
});

describe('a form that cannot be registered', () => {
  const server = testServer();
  const aLongUri = `https://garden.example/${'a'.repeat(2048)}`;

  it.each<[string, Record<string, string | string[] | undefined>, string]>([
    ['no name', { client_name: undefined }, 'An application needs a name.'],
    ['a blank name', { client_name: ' ' }, 'An application needs a name.'],
    ['a long name', { client_name: '🦊'.repeat(201) }, 'The name is longer than 200 characters.'],
    ['a bell in the name', { client_name: 'a\u0007b' }, 'The name has a control character.'],
    [
      'a script for a website',
      { client_uri: 'javascript:alert(1)' },
      'A website starts with https:// or http://',
    ],
    ['a website of somebody', { client_uri: 'https://ada@garden.example' }, 'A website starts with https://'],
    ['a long website', { client_uri: aLongUri }, 'The website is longer than 2048 characters.'],
    ['no redirect URI', { redirect_uris: undefined }, 'An application needs a redirect URI, unless'],
    ['a fragment', { redirect_uris: 'https://garden.example/#x' }, 'This URI has a fragment.'],
    ['a space', { redirect_uris: 'https://garden.example/ ' }, 'This URI has a space'],
    ['plain http', { redirect_uris: 'http://garden.example/' }, 'This URI is plain http on a host other'],
    ['a relative URI', { redirect_uris: '/callback' }, 'This URI is not an absolute URI.'],
    ['a script', { redirect_uris: 'javascript:alert(1)' }, 'This URI has a scheme that is neither'],
    ['a long URI', { redirect_uris: aLongUri }, 'This URI is longer than 2048 characters.'],
    ['no scope', { scope: undefined }, 'An application has to be able to ask for something.'],
    ['an unknown scope', { scope: ['profile', 'admin'] }, 'One of these is not known to this server.'],
    ['the name of a property for a scope', { scope: 'constructor' }, 'One of these is not known'],
  ])('with %s comes back with the reason and with what was typed', async (_case, changes, problem) => {
    const { user, browser } = await another(server);
    const { status, text } = await submit(browser, path, { ...filledIn, ...changes });
    expect(status).toBe(422);
    expect(textOf(text)).toContain(problem);
    if (!('client_uri' in changes)) expect(text).toContain('https://garden.example/');
    expect(await server.store.clients.listOwned(user.id, { after: null, limit: 1 })).toEqual([]);
  });

  it('names each wrong URI beside itself, and everything else at once', async () => {
    const browser = await signedIn(server);
    const redirect_uris = [
      'https://garden.example/ok',
      'https://garden.example/#x',
      'http://garden.example/',
    ];
    const fields = { client_uri: 'x', redirect_uris, scope: 'event:read', client_type: 'public' };
    const { text } = await submit(browser, path, fields);
    const said = ['needs a name', 'A website starts', 'has a fragment', 'is plain http'];
    const at = said.map((words) => text.indexOf(words));
    expect(Math.min(...at)).toBeGreaterThan(0);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    for (const uri of redirect_uris) expect(text).toContain(uri);
    expect(text).toMatch(/value="event:read" checked/);
    expect(text).not.toMatch(/value="profile" checked/);
    expect(text).toMatch(/value="public" checked/);
  });

  it('with more redirect URIs than there may be says so, and with far more is malformed', async () => {
    const browser = await signedIn(server);
    const many = (count: number) => Array.from({ length: count }, (_, at) => `https://garden.example/${at}`);
    const answer = await submit(browser, path, { ...filledIn, redirect_uris: many(33) });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('There may be 32 of them.');
    expect((await submit(browser, path, { ...filledIn, redirect_uris: many(101) })).status).toBe(400);
  });

  it.each([
    ['a name sent twice', { client_name: ['a', 'b'] }],
    ['a kind that there is not', { client_type: 'secret' }],
    ['another word for yes', { out_of_band: 'on' }],
  ])('with %s is malformed', async (_case, changes) => {
    const { status } = await submit(await signedIn(server), path, { ...filledIn, ...changes });
    expect(status).toBe(400);
  });
});

describe.each(databases)('editing an application on $name', ({ create }) => {
  const server = testServer({ create });

  it('shows what is registered, and saves what was changed and nothing else', async () => {
    const { user, browser } = await another(server);
    const client = await owned(server, user, {
      client_name: 'Before',
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['authorization_code'],
      previous_client_secret: { hash: 'h', expires_at: server.clock.now + 60 },
      registration_access_token_hash: 'r',
      redirect_uris: ['https://app.example/a', outOfBand],
      scope: 'profile',
    });
    const at = `${path}/${client.client_id}`;
    const form = await browser.get(`${at}/edit`).expect(200);
    for (const value of ['Before', 'https://app.example/a', client.client_uri ?? ''])
      expect(form.text).toContain(`value="${value}"`);
    expect(form.text).toMatch(/name="out_of_band" value="yes" checked/);
    expect(form.text).toMatch(/value="profile" checked/);
    expect(form.text).not.toMatch(/value="event:read" checked/);
    const saved = await submit(browser, at, { ...filledIn, client_type: 'public' });
    expect([saved.status, saved.headers.location]).toEqual([303, `${at}?done=saved`]);
    expect(textOf((await browser.get(saved.headers.location as string).expect(200)).text)).toContain('saved');
    expect(await server.store.clients.find(client.client_id)).toEqual({
      ...client,
      ...filledIn,
      scope: 'profile event:write',
    });
  });

  it('takes effect at once on the tokens', async () => {
    const { user, browser } = await another(server);
    const { client_id } = await owned(server, user, { redirect_uris: ['https://app.example/callback'] });
    const code = await plantCode(server, { client_id });
    const { body } = await exchange(server, code, { client_id }).expect(200);
    await getMe(server, body.access_token as string).expect(200);
    await submit(browser, `${path}/${client_id}`, { ...filledIn, scope: 'event:write' });
    expect(refusalOf(await getMe(server, body.access_token as string))).toEqual([403, 'insufficient_scope']);
  });

  it('that cannot be saved comes back with the reason and changes nothing', async () => {
    const { user, browser } = await another(server);
    const client = await owned(server, user);
    const answer = await submit(browser, `${path}/${client.client_id}`, {
      ...filledIn,
      redirect_uris: 'x:#',
    });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('This URI has a fragment.');
    expect(await server.store.clients.find(client.client_id)).toEqual(client);
  });
});

describe.each(databases)('deleting an application on $name', ({ create }) => {
  const server = testServer({ create });

  it('asks first, then ends it with every token', async () => {
    const { user, browser } = await another(server);
    const { client_id } = await owned(server, user, {
      client_name: 'Doomed',
      redirect_uris: ['https://app.example/callback'],
    });
    const code = await plantCode(server, { client_id });
    const { body } = await exchange(server, code, { client_id }).expect(200);
    const kept = await plantTokens(server);
    const at = `${path}/${client_id}/delete`;
    const asked = textOf((await browser.get(at).expect(200)).text);
    expect(asked).toContain('Doomed');
    expect(asked).toContain('One person has');
    await getMe(server, body.access_token as string).expect(200);
    const { status, headers } = await submit(browser, at);
    expect([status, headers.location]).toEqual([303, `${path}?done=deleted`]);
    expect(textOf((await browser.get(headers.location as string)).text)).toContain('deleted');
    expect(await server.store.clients.find(client_id)).toBeUndefined();
    await getMe(server, body.access_token as string).expect(401);
    await getMe(server, kept.access_token).expect(200);
    await browser.get(`${path}/${client_id}`).expect(404);
  });
});
