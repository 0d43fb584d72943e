import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { expectDeadEnd, textOf } from '../testing/authorization-answer.ts';
import { authorizationRequest } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';

describe('an error', () => {
  const server = testServer();

  it('on a page has its code, its section with a link, and the request id of the log', async () => {
    server.log.length = 0;
    const answer = await supertest(server.url).get('/oauth/authorize?client_id=nobody');
    expectDeadEnd(answer);
    const id = answer.headers['x-request-id'] ?? '';
    expect(textOf(answer.text)).toContain('Error invalid_client ');
    expect(textOf(answer.text)).toContain(`Request id ${id} `);
    expect(answer.text).toContain('href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1"');
    expect(JSON.parse(server.log[0] ?? '')).toMatchObject({ request_id: id, reason: 'client_not_found' });
  });

  it('as JSON has error, error_description and error_uri and nothing else, RFC 6749 §5.2', async () => {
    const answer = await supertest(server.url).post('/oauth/token').type('form').send('x=1');
    expect([answer.status, answer.type]).toEqual([400, 'application/json']);
    expect(Object.keys(answer.body)).toEqual(['error', 'error_description', 'error_uri']);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  it.each(['client_id=%ff', 'client_id=a%00b'])(
    'of an unreadable query is answered on a page: %s',
    async (query) => {
      const answer = await supertest(server.url).get(`/oauth/authorize?${query}`);
      expectDeadEnd(answer);
      expect(textOf(answer.text)).toContain('not percent-encoded UTF-8 without NUL');
    },
  );

  it('of a body that is too large is answered in the form of its endpoint', async () => {
    const body = `state=${'x'.repeat(70_000)}`;
    const page = await supertest(server.url).post('/oauth/authorize').type('form').send(body);
    const json = await supertest(server.url).post('/oauth/token').type('form').send(body);
    expectDeadEnd(page);
    expect(textOf(page.text)).toContain('larger than 64 KiB');
    expect([json.status, json.body.error]).toEqual([400, 'invalid_request']);
  });

  it('of a compressed body is answered in the form of its endpoint', async () => {
    const answer = await supertest(server.url)
      .post('/oauth/authorize')
      .set('Content-Encoding', 'gzip')
      .type('form')
      .send('client_id=confidential');
    expectDeadEnd(answer);
    expect(textOf(answer.text)).toContain('without content encoding');
  });
});

describe('a fault of the server', () => {
  const broken = () => Promise.reject(new Error('no such table: secret_table'));
  const server = testServer({
    change: ({ clients, sessions }) => ({
      clients: { ...clients, find: (id) => (id === 'faulty' ? broken() : clients.find(id)) },
      sessions: { ...sessions, findUser: broken },
    }),
  });

  it('is a page that says nothing of it but the request id, and a line in the log that tells all', async () => {
    server.log.length = 0;
    const answer = await supertest(server.url).get('/oauth/authorize?client_id=faulty');
    expectDeadEnd(answer, 500);
    expect(answer.text).not.toContain('secret_table');
    const id = answer.headers['x-request-id'] ?? '';
    expect(textOf(answer.text)).toContain(`Request id ${id} `);
    const lines = server.log.map((line) => JSON.parse(line)).filter((line) => line.request_id === id);
    expect(lines.map(({ level, reason }) => [level, reason])).toEqual([
      ['error', undefined],
      ['error', 'fault'],
    ]);
    expect(lines[0].err.message).toBe('no such table: secret_table');
  });

  it('is JSON at the token endpoint', async () => {
    const body = { grant_type: 'authorization_code', client_id: 'faulty', client_secret: 'x' };
    const answer = await supertest(server.url).post('/oauth/token').type('form').send(body);
    expect([answer.status, answer.body.error]).toEqual([500, 'server_error']);
    expect(answer.text).not.toContain('secret_table');
  });

  it('gives out no code, and travels to a client whose redirect URI was verified', async () => {
    const cookie = `codegrant_session=${'a'.repeat(43)}`;
    const request = supertest(server.url).get('/oauth/authorize').query(authorizationRequest());
    const answer = await request.set('Cookie', cookie);
    const { searchParams } = new URL(String(answer.headers.location));
    expect([answer.status, searchParams.get('error')]).toEqual([303, 'server_error']);
    expect([searchParams.has('code'), answer.text.includes('cgc_')]).toEqual([false, false]);
  });
});
