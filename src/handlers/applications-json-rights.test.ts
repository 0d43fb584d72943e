import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { input, manager } from '../testing/application-client.ts';
import { owned } from '../testing/application-pages.ts';
import { testServer } from '../testing/server.ts';
import { refusalOf } from '../testing/token-client.ts';

describe('an application as JSON', () => {
  const server = testServer();

  it('of somebody else, or of nobody, cannot be told from none', async () => {
    const [mine, theirs] = [await manager(server), await manager(server)];
    const clients = [await owned(server, theirs.user), await owned(server, null)];
    const answersFor = (client_id: string) =>
      Promise.all([
        mine.request('get', `/${client_id}`),
        mine.request('put', `/${client_id}`).send(input),
        mine.request('delete', `/${client_id}`),
        mine.request('post', `/${client_id}/secret`).send({}),
      ]);
    const missing = await answersFor('none');
    expect(missing.map(refusalOf)).toEqual(Array(4).fill([404, 'not_found']));
    for (const client of clients) {
      const answers = await answersFor(client.client_id);
      expect(answers.map(({ status, text }) => [status, text])).toEqual(
        missing.map(({ status, text }) => [status, text]),
      );
      expect(await server.store.clients.find(client.client_id)).toEqual(client);
    }
  });

  it('is read with applications:read and changed with applications:write, not the other way about', async () => {
    const reader = await manager(server, {}, 'applications:read');
    const writer = await manager(server, {}, 'applications:write');
    const refused = await Promise.all([
      reader.request('post').send(input),
      reader.request('put', '/x').send(input),
      reader.request('delete', '/x'),
      reader.request('post', '/x/secret').send({}),
      writer.request('get'),
      writer.request('get', '/x'),
    ]);
    expect(refused.map(refusalOf)).toEqual(Array(6).fill([403, 'insufficient_scope']));
    await reader.request('get').expect(200);
    await writer.request('post').send(input).expect(201);
  });

  it.each([
    ['get', ''],
    ['post', ''],
    ['get', '/x'],
    ['put', '/x'],
    ['delete', '/x'],
    ['post', '/x/secret'],
  ] as const)('is not reached by %s %s without a token', async (method, below) => {
    const sent = supertest(server.url)[method](`/api/applications${below}`);
    const { status } = await (method === 'get' || method === 'delete' ? sent : sent.send(input));
    expect(status).toBe(401);
  });
});
