import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { input, manager } from '../testing/application-client.ts';
import { owned } from '../testing/application-pages.ts';
import { databases } from '../testing/databases.ts';
import { plantCode } from '../testing/owner.ts';
import { aUser } from '../testing/records.ts';
import { clientSecret, testServer } from '../testing/server.ts';
import { exchange, getMe, postForm, refusalOf } from '../testing/token-client.ts';

interface Answered {
  client_id: string;
  client_secret: string;
}

describe.each(databases)('applications as JSON on $name', ({ create }) => {
  const server = testServer({ create });

  it('are registered with a secret that is shown once, read, replaced and deleted', async () => {
    const { user, request } = await manager(server);
    const added = await request('post').send(input).expect(201);
    const { client_id, client_secret } = added.body as Answered;
    const described = {
      client_id,
      ...input,
      client_type: 'confidential',
      owner: user.username,
      created_at: server.clock.now,
    };
    expect(added.body).toEqual({ ...described, client_secret });
    expect(added.headers.location).toBe(`/api/applications/${client_id}`);
    expect((await request('get', `/${client_id}`).expect(200)).body).toEqual(described);
    await postForm(server, '/oauth/revoke', { token: 'x', client_id, client_secret }).expect(200);
    const { client_uri: _, ...others } = described;
    const next = { client_name: 'New', redirect_uris: ['com.example.app:/cb'], scope: 'profile' };
    expect((await request('put', `/${client_id}`).send(next).expect(200)).body).toEqual({
      ...others,
      ...next,
    });
    expect((await request('get', `/${client_id}`)).body).toEqual({ ...others, ...next });
    await postForm(server, '/oauth/revoke', { token: 'x', client_id, client_secret }).expect(200);
    await request('delete', `/${client_id}`).expect(204);
    expect(refusalOf(await request('get', `/${client_id}`))).toEqual([404, 'not_found']);
    expect(server.log.join()).not.toContain('cgs_');
  });

  it('may be public, and then have no secret to show or to replace', async () => {
    const { request } = await manager(server);
    const { body } = await request('post')
      .send({ ...input, client_type: 'public' })
      .expect(201);
    expect(body).toMatchObject({ client_type: 'public' });
    expect(body).not.toHaveProperty('client_secret');
    const { client_id } = body as Answered;
    const refused = await request('post', `/${client_id}/secret`).send({});
    expect(refusalOf(refused)).toEqual([400, 'invalid_request']);
  });

  it('are listed in pages, those of the owner alone, and all for an administrator', async () => {
    const [mine, theirs] = [await manager(server), await manager(server)];
    for (const client_id of ['zz-1', 'zz-2', 'zz-3']) await owned(server, mine.user, { client_id });
    await owned(server, theirs.user, { client_id: 'zz-4' });
    await owned(server, null, { client_id: 'zz-5' });
    const ids = (body: { applications: Answered[] }) => body.applications.map(({ client_id }) => client_id);
    const page = async ({ request }: typeof mine, query: object) =>
      (await request('get').query(query).expect(200)).body as { applications: Answered[]; next?: string };
    const first = await page(mine, { limit: 2 });
    expect([ids(first), first.next]).toEqual([['zz-3', 'zz-2'], 'zz-2']);
    const second = await page(mine, { limit: 2, after: first.next });
    expect([ids(second), second.next]).toEqual([['zz-1'], undefined]);
    const administrator = await manager(server, { is_administrator: true });
    const all = await page(administrator, { limit: 5 });
    expect(ids(all)).toEqual(['zz-5', 'zz-4', 'zz-3', 'zz-2', 'zz-1']);
    expect(all.applications[0]).not.toHaveProperty('owner');
    expect(all.applications[1]).toMatchObject({ owner: theirs.user.username });
    await administrator.request('put', '/zz-4').send(input).expect(200);
    await administrator.request('delete', '/zz-5').expect(204);
    for (const client_id of ['zz-1', 'zz-2', 'zz-3', 'zz-4']) await server.store.clients.remove(client_id);
  });

  it('get a new secret beside the one before, for as long as is asked', async () => {
    const { user, request } = await manager(server);
    const { client_id } = await owned(server, user);
    const works = async (client_secret: string) => {
      const { status } = await postForm(server, '/oauth/revoke', { token: 'x', client_id, client_secret });
      return status === 200;
    };
    const { body } = await request('post', `/${client_id}/secret`).send({ overlap: 90 }).expect(200);
    const { client_secret } = body as Answered;
    const until = server.clock.now + 90;
    expect(body).toMatchObject({ client_id, previous_client_secret_expires_at: until });
    expect((await request('get', `/${client_id}`)).body).toMatchObject({
      previous_client_secret_expires_at: until,
    });
    expect([await works(client_secret), await works(clientSecret)]).toEqual([true, true]);
    server.clock.now = until;
    expect([await works(client_secret), await works(clientSecret)]).toEqual([true, false]);
    expect((await request('get', `/${client_id}`)).body).not.toHaveProperty(
      'previous_client_secret_expires_at',
    );
    const atOnce = (await request('post', `/${client_id}/secret`).send({ overlap: 0 })).body as Answered;
    expect([await works(atOnce.client_secret), await works(client_secret)]).toEqual([true, false]);
    const usual = await request('post', `/${client_id}/secret`).send({});
    expect(usual.body).toMatchObject({ previous_client_secret_expires_at: until + 86_400 });
  });

  it('take effect at once when they are replaced or deleted', async () => {
    const { user, request } = await manager(server);
    const { client_id } = await owned(server, user, { redirect_uris: ['https://app.example/callback'] });
    const { body } = await exchange(server, await plantCode(server, { client_id }), { client_id });
    const access_token = (body as { access_token: string }).access_token;
    await getMe(server, access_token).expect(200);
    await request('put', `/${client_id}`).send({ ...input, scope: 'event:write' });
    await getMe(server, access_token).expect(403);
    await request('delete', `/${client_id}`).expect(204);
    await getMe(server, access_token).expect(401);
  });
});

describe('an application as JSON', () => {
  const server = testServer();

  it.each([
    ['no name', { client_name: undefined }, 'invalid_request'],
    ['an empty name', { client_name: '' }, 'invalid_request'],
    ['no scope', { scope: undefined }, 'invalid_request'],
    ['no redirect URIs', { redirect_uris: [] }, 'invalid_request'],
    ['one redirect URI that is no list', { redirect_uris: 'https://a.example/' }, 'invalid_request'],
    ['another kind', { client_type: 'secret' }, 'invalid_request'],
    ['a fragment', { redirect_uris: ['https://a.example/', 'https://a.example/#'] }, 'invalid_redirect_uri'],
    ['an unknown scope', { scope: 'profile admin' }, 'invalid_client_metadata'],
    ['a script for a website', { client_uri: 'javascript:alert(1)' }, 'invalid_client_metadata'],
  ])('is refused with %s', async (_case, changes, error) => {
    const { user, request } = await manager(server);
    expect(refusalOf(await request('post').send({ ...input, ...changes }))).toEqual([400, error]);
    expect(await server.store.clients.listOwned(user.id, { after: null, limit: 1 })).toEqual([]);
    if ('client_type' in changes) return;
    const client = await owned(server, user);
    const answer = await request('put', `/${client.client_id}`).send({ ...input, ...changes });
    expect(refusalOf(answer)).toEqual([400, error]);
    expect(await server.store.clients.find(client.client_id)).toEqual(client);
  });

  it.each([-1, 604_801, 0.5, '3600', null])('gets no new secret for an overlap of %j', async (overlap) => {
    const { user, request } = await manager(server);
    const client = await owned(server, user);
    const answer = await request('post', `/${client.client_id}/secret`).send({ overlap });
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
    expect(await server.store.clients.find(client.client_id)).toEqual(client);
  });

  it('is not read from a form', async () => {
    const { user, request } = await manager(server);
    const { client_id } = await owned(server, user);
    for (const sent of [
      request('post'),
      request('put', `/${client_id}`),
      request('post', `/${client_id}/secret`),
    ])
      expect((await sent.type('form').send({ client_name: 'x' })).status).toBe(415);
  });

  it.each(['get', 'delete', 'put'] as const)(
    'has an identifier that is text: %s of one with NUL is 400',
    async (method) => {
      const { request } = await manager(server);
      const sent = request(method, '/%00');
      expect((await (method === 'put' ? sent.send(input) : sent)).status).toBe(400);
    },
  );

  it('may be that of the request itself, whose token ends with it', async () => {
    const user = aUser({ is_administrator: true });
    await server.store.users.add(user);
    const client = await owned(server, user, {
      redirect_uris: ['https://app.example/callback'],
      scope: 'applications:read applications:write',
    });
    const { client_id } = client;
    const code = await plantCode(server, { client_id, user_id: user.id, scope: client.scope });
    const { body } = await exchange(server, code, { client_id }).expect(200);
    const authorization = `Bearer ${(body as { access_token: string }).access_token}`;
    const at = `/api/applications/${client_id}`;
    await supertest(server.url).delete(at).set({ authorization }).expect(204);
    await supertest(server.url).get(at).set({ authorization }).expect(401);
  });
});
