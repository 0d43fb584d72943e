import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { plantCode } from '../testing/owner.ts';
import { manage, metadata, registered } from '../testing/registration-client.ts';
import { testServer } from '../testing/server.ts';
import { exchange, getMe, postForm, refresh, refusalOf } from '../testing/token-client.ts';

describe('reading a registration, RFC 7592 §2.1', () => {
  const server = testServer();

  it('answers what the registration answered, but for the secret, which is shown once', async () => {
    const { client_secret, ...rest } = await registered(server);
    const answer = await manage(server, 'get', rest.client_id, rest.registration_access_token).expect(200);
    const { client_secret_expires_at: _, ...expected } = rest as typeof rest & {
      client_secret_expires_at?: number;
    };
    expect(answer.body).toEqual(expected);
    expect(answer.text).not.toContain(client_secret);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  it('answers the registration access token that is valid on, RFC 7592 §3', async () => {
    const { client_id, registration_access_token: token } = await registered(server);
    const { body } = await manage(server, 'get', client_id, token).expect(200);
    await manage(server, 'get', client_id, body.registration_access_token as string).expect(200);
  });
});

describe.each(['get', 'put', 'delete'] as const)('%s of a registration', (method) => {
  const server = testServer();
  const request = (client_id: string, token: string) => {
    const sent = manage(server, method, client_id, token);
    return method === 'put' ? sent.send({ ...metadata, client_id }) : sent;
  };

  it.each<[string, () => Promise<[client_id: string, token: string]>]>([
    ['that is wrong', async () => [(await registered(server)).client_id, `cgm_${'A'.repeat(43)}`]],
    ['of another client', async () => [(await registered(server)).client_id, await anotherToken()]],
    ['where the client is unknown', async () => ['nobody', await anotherToken()]],
    ['where the client did not register itself', async () => ['confidential', await anotherToken()]],
    ['where the client is deleted', () => deleted()],
    ['that is a client secret', async () => withSecret()],
  ])('with a token %s is 401, RFC 6750 §3.1', async (_case, given) => {
    const answer = await request(...(await given()));
    expect(refusalOf(answer)).toEqual([401, 'invalid_token']);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="codegrant", error="invalid_token"/);
  });

  async function anotherToken(): Promise<string> {
    return (await registered(server)).registration_access_token;
  }

  async function withSecret(): Promise<[string, string]> {
    const { client_id, client_secret } = await registered(server);
    return [client_id, client_secret];
  }

  async function deleted(): Promise<[string, string]> {
    const { client_id, registration_access_token } = await registered(server);
    await manage(server, 'delete', client_id, registration_access_token).expect(204);
    return [client_id, registration_access_token];
  }

  it('without a token is 401 and names no error', async () => {
    const { client_id } = await registered(server);
    const sent = supertest(server.url)[method](`/oauth/register/${client_id}`);
    const answer = await (method === 'put' ? sent.send({ ...metadata, client_id }) : sent);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="codegrant"']);
  });

  it('with a token in the URL is 401', async () => {
    const { client_id, registration_access_token } = await registered(server);
    const path = `/oauth/register/${client_id}?access_token=${registration_access_token}`;
    const sent = supertest(server.url)[method](path);
    await (method === 'put' ? sent.send({ ...metadata, client_id }) : sent).expect(401);
  });
});

describe('replacing a registration, RFC 7592 §2.2', () => {
  const server = testServer();
  const put = (
    { client_id, registration_access_token: token }: Awaited<ReturnType<typeof registered>>,
    changes = {},
  ) => manage(server, 'put', client_id, token).send({ ...metadata, client_id, ...changes });

  it('replaces what is sent and empties what is left out', async () => {
    const client = await registered(server, { client_uri: 'https://app.example/' });
    const redirect_uris = ['https://app.example/new'];
    const answer = await put(client, { redirect_uris, client_name: undefined, grant_types: undefined });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      client_id: client.client_id,
      registration_access_token: client.registration_access_token,
      redirect_uris,
      grant_types: ['authorization_code'],
    });
    expect(answer.body.client_name).not.toBe('Garden planner');
    expect(answer.body).not.toHaveProperty('client_uri');
    const read = await manage(server, 'get', client.client_id, client.registration_access_token).expect(200);
    expect(read.body).toEqual(answer.body);
  });

  it('keeps the secret, which may be sent along', async () => {
    const client = await registered(server);
    await put(client, { client_secret: client.client_secret }).expect(200);
    const { client_id, client_secret } = client;
    await postForm(server, '/oauth/revoke', { token: 'x', client_id, client_secret }).expect(200);
  });

  it.each([
    ['another client_id', { client_id: 'confidential' }, 'invalid_client_metadata'],
    ['no client_id', { client_id: undefined }, 'invalid_client_metadata'],
    ['a wrong secret', { client_secret: 'chosen' }, 'invalid_client_metadata'],
    ['an unknown scope', { scope: 'admin' }, 'invalid_client_metadata'],
    ['no redirect_uris', { redirect_uris: undefined }, 'invalid_client_metadata'],
    ['the change to a public client', { token_endpoint_auth_method: 'none' }, 'invalid_client_metadata'],
    ['a bad redirect URI', { redirect_uris: ['http://app.example/'] }, 'invalid_redirect_uri'],
  ])('is refused with %s, and changes nothing', async (_case, changes, error) => {
    const client = await registered(server);
    const before = await server.store.clients.find(client.client_id);
    expect(refusalOf(await put(client, { client_name: 'Changed', ...changes }))).toEqual([400, error]);
    expect(await server.store.clients.find(client.client_id)).toEqual(before);
  });

  it('is refused where a public client would become a confidential one, or brings a secret', async () => {
    const client = await registered(server, { token_endpoint_auth_method: 'none' });
    const changes = [
      { token_endpoint_auth_method: 'client_secret_post' },
      { token_endpoint_auth_method: 'none', client_secret: 'chosen' },
    ];
    for (const change of changes)
      expect(refusalOf(await put(client, change))).toEqual([400, 'invalid_client_metadata']);
  });
});

describe.each(databases)('deleting a registration on $name, RFC 7592 §2.3', ({ create }) => {
  const server = testServer({ create });

  it('ends the client with its codes and tokens, and answers 204', async () => {
    const { client_id, client_secret, registration_access_token } = await registered(server);
    const client = { client_id, client_secret };
    const [used, unused] = [await plantCode(server, { client_id }), await plantCode(server, { client_id })];
    const { body } = await exchange(server, used, client).expect(200);
    const answer = await manage(server, 'delete', client_id, registration_access_token).expect(204);
    expect(answer.text).toBe('');
    await getMe(server, body.access_token as string).expect(401);
    await refresh(server, body.refresh_token as string, client).expect(401);
    await exchange(server, unused, client).expect(401);
  });

  it('leaves other clients alone', async () => {
    const { client_id, registration_access_token } = await registered(server);
    const { body } = await exchange(server, await plantCode(server)).expect(200);
    await manage(server, 'delete', client_id, registration_access_token).expect(204);
    await getMe(server, body.access_token as string).expect(200);
  });
});
