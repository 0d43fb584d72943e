import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { testServer } from '../testing/server.ts';
import { exchange, refusalOf } from '../testing/token-client.ts';

describe.each(databases)('a server on a living $name', ({ create }) => {
  const server = testServer({ create });

  it.each(['/healthz', '/readyz'])('says so at %s', async (path) => {
    const answer = await supertest(server.url).get(path).expect(200);
    expect(answer.body).toEqual({ status: 'ok' });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  });
});

describe.each(databases)('a server whose $name is gone', ({ create }) => {
  const server = testServer({ create });

  it('is alive and not ready', async () => {
    await supertest(server.url).get('/readyz').expect(200);
    await server.store.close();
    await supertest(server.url).get('/healthz').expect(200);
    const answer = await supertest(server.url).get('/readyz');
    expect(refusalOf(answer)).toEqual([503, 'temporarily_unavailable']);
    expect(answer.headers['x-request-id']).toMatch(/^.{8,}$/);
  });
});

describe('the metrics', () => {
  const server = testServer();

  it('count requests by operation and status, and refusals by reason', async () => {
    await exchange(server, 'cgc_unknown').expect(400);
    await exchange(server, 'cgc_unknown', { client_id: 'nobody' }).expect(401);
    const { text, headers } = await supertest(server.url).get('/metrics').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toContain('codegrant_http_requests_total{operation="issueToken",status="400"} 1');
    expect(text).toContain('codegrant_http_requests_total{operation="issueToken",status="401"} 1');
    expect(text).toContain('codegrant_refusals_total{reason="code_unknown"} 1');
    expect(text).toContain('codegrant_refusals_total{reason="client_unknown"} 1');
  });

  it('hold nothing that a caller chose', async () => {
    await exchange(server, 'cgc_marker', { client_id: 'marker' });
    await supertest(server.url).get('/marker?marker=marker').set('X-Marker', 'marker');
    const { text } = await supertest(server.url).get('/metrics').expect(200);
    expect(text).not.toContain('marker');
  });
});
