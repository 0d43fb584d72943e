import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { eventClientOf, festival } from '../testing/event-client.ts';
import { aUser } from '../testing/records.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { postForm, refusalOf } from '../testing/token-client.ts';

async function stranger(server: TestServer) {
  const user = aUser();
  await server.store.users.add(user);
  return await eventClientOf(server, user.id);
}

describe.each(databases)('events on $name', ({ create }) => {
  const server = testServer({ create });

  it('are added, read, replaced and deleted', async () => {
    const client = await eventClientOf(server);
    const added = await client.add().expect(201);
    const { id } = added.body as { id: string };
    expect(added.body).toEqual({ id: expect.any(String), ...festival });
    expect(added.headers.location).toBe(`/api/events/${id}`);
    expect((await client.read(id).expect(200)).body).toEqual(added.body);
    const next = { title: 'Moved', starts_at: '2027-09-19T14:00:00Z' };
    expect((await client.replace(id, next).expect(200)).body).toEqual({ id, ...next });
    expect((await client.read(id).expect(200)).body).toEqual({ id, ...next });
    expect((await client.remove(id).expect(204)).text).toBe('');
    expect(refusalOf(await client.read(id))).toEqual([404, 'not_found']);
  });

  it('of somebody else cannot be told from none at all', async () => {
    const { body } = await (await eventClientOf(server)).add().expect(201);
    const { id } = body as { id: string };
    const other = await stranger(server);
    const attempts = [other.read(id), other.replace(id, festival), other.remove(id), other.read('nothing')];
    const answers = await Promise.all(attempts);
    expect(answers.map(refusalOf)).toEqual(Array(4).fill([404, 'not_found']));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await other.list().expect(200)).body).toEqual({ events: [] });
    await (await eventClientOf(server)).read(id).expect(200);
  });

  it('are listed a page at a time, each once', async () => {
    const client = await stranger(server);
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      server.clock.now += 1;
      ids.push((await client.add({ ...festival, title: `Day ${count}` })).body.id as string);
    }
    const first = (await client.list({ limit: 2 }).expect(200)).body;
    const second = (await client.list({ limit: 2, after: first.next as string }).expect(200)).body;
    const third = (await client.list({ limit: 2, after: second.next as string }).expect(200)).body;
    const pages = [first, second, third].map(({ events }) =>
      (events as { id: string }[]).map(({ id }) => id),
    );
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect(third).not.toHaveProperty('next');
  });

  it('that fill a page to its last place have no next one', async () => {
    const client = await stranger(server);
    await client.add().expect(201);
    await client.add().expect(201);
    expect((await client.list({ limit: 2 }).expect(200)).body).not.toHaveProperty('next');
  });
});

describe('the page of a list', () => {
  const server = testServer();

  it('is twenty events where no limit is named', async () => {
    const client = await stranger(server);
    await Promise.all(Array.from({ length: 21 }, () => client.add().expect(201)));
    const { body } = await client.list().expect(200);
    expect(body.events).toHaveLength(20);
    expect((await client.list({ limit: '' }).expect(200)).body).toEqual(body);
  });

  it.each(['0', '101', '-1', '1.5', 'ten', '1e1000', '20&limit=30'])(
    'is refused for limit=%s',
    async (limit) => {
      const client = await eventClientOf(server);
      const answer = await client.request('get', `?limit=${limit}`);
      expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
      expect(answer.body.error_description).toContain('limit');
    },
  );

  it('is refused after something longer than any id, and empty after the last id', async () => {
    const client = await eventClientOf(server);
    expect(refusalOf(await client.list({ after: 'f'.repeat(65) }))).toEqual([400, 'invalid_request']);
    expect((await client.list({ after: 'f'.repeat(64) }).expect(200)).body).toEqual({ events: [] });
  });
});

describe('the scope of the events, RFC 6750 §3.1', () => {
  const server = testServer();

  it.each([
    ['get', '', 'event:write', 'event:read'],
    ['get', '/x', 'event:write profile', 'event:read'],
    ['post', '', 'event:read profile', 'event:write'],
    ['put', '/x', 'event:read', 'event:write'],
    ['delete', '/x', 'event:read', 'event:write'],
  ] as const)('of %s /api/events%s is not reached by "%s"', async (method, path, scope, wanted) => {
    const client = await eventClientOf(server, server.cast.owner.id, scope);
    const sent = client.request(method, path);
    const answer = await (method === 'post' || method === 'put' ? sent.send(festival) : sent);
    expect(refusalOf(answer)).toEqual([403, 'insufficient_scope']);
    expect(answer.headers['www-authenticate']).toContain(`scope="${wanted}"`);
  });

  it('is asked before the event is looked for, so that a token without it learns nothing', async () => {
    const { body } = await (await eventClientOf(server)).add().expect(201);
    const client = await eventClientOf(server, server.cast.owner.id, 'profile');
    const answers = [await client.read(body.id as string), await client.read('nothing')];
    expect(answers.map(refusalOf)).toEqual(Array(2).fill([403, 'insufficient_scope']));
  });
});

describe('a token in the form, RFC 6750 §2.2', () => {
  const server = testServer();
  const form = { title: 'By form', starts_at: '2027-09-18T14:00:00Z' };
  const json = () => supertest(server.url).post('/api/events');

  it('adds an event, to which it does not belong', async () => {
    const { access_token } = await eventClientOf(server);
    const answer = await postForm(server, '/api/events', { ...form, access_token }).expect(201);
    expect(answer.body).toEqual({ id: expect.any(String), ...form });
  });

  it('may be in the header instead', async () => {
    const { access_token } = await eventClientOf(server);
    const headers = { authorization: `Bearer ${access_token}` };
    await postForm(server, '/api/events', form, headers).expect(201);
  });

  it('and in the header is refused, even the same', async () => {
    const { access_token } = await eventClientOf(server);
    const headers = { authorization: `Bearer ${access_token}` };
    const answer = await postForm(server, '/api/events', { ...form, access_token }, headers);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_request"');
  });

  it('that is not usable is invalid_token', async () => {
    const answer = await postForm(server, '/api/events', { ...form, access_token: 'x' });
    expect(refusalOf(answer)).toEqual([401, 'invalid_token']);
  });

  it('sent twice is refused', async () => {
    const { access_token } = await eventClientOf(server);
    const body = `${new URLSearchParams({ ...form, access_token }).toString()}&access_token=${access_token}`;
    const answer = await supertest(server.url).post('/api/events').type('form').send(body);
    expect(refusalOf(answer)).toEqual([400, 'invalid_request']);
  });

  it('does not count in a URL', async () => {
    const { access_token } = await eventClientOf(server);
    const answer = await postForm(server, `/api/events?access_token=${access_token}`, form).expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="codegrant"');
  });

  it('does not count in JSON', async () => {
    const { access_token } = await eventClientOf(server);
    const answer = await json()
      .send({ ...form, access_token })
      .expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="codegrant"');
  });

  it('is an unknown member in JSON beside a header, and ignored', async () => {
    const { access_token } = await eventClientOf(server);
    for (const member of [access_token, 7, null]) {
      const sent = json().set('Authorization', `Bearer ${access_token}`);
      await sent.send({ ...form, access_token: member }).expect(201);
    }
  });

  it('does not count where the form is put', async () => {
    const { access_token, add } = await eventClientOf(server);
    const { body } = await add().expect(201);
    const sent = supertest(server.url).put(`/api/events/${body.id}`).type('form');
    await sent.send(new URLSearchParams({ ...form, access_token }).toString()).expect(415);
  });
});
