import {
  createServer,
  request as send,
  type IncomingMessage,
  type RequestOptions,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { TrustProxy } from '../config/trust-proxy.ts';
import { createLogger } from './logger.ts';
import { createMetrics, requestMetrics } from './metrics.ts';
import { requestLog, type ObservedResponse } from './request-log.ts';

const SECRET = 'canary_Zm9yYmlkZGVuLWZvcmJpZGRlbi1mb3JiaWRkZW4';

let server: Server | undefined;
let lines: string[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  lines = [];
});

type Answer = (request: IncomingMessage, response: ObservedResponse) => void;

const logger = createLogger('info', { write: (line) => lines.push(line) });

async function listenWith(
  answer: Answer,
  trustProxy: TrustProxy = false,
  metrics = createMetrics(),
): Promise<number> {
  const log = requestLog(logger, trustProxy);
  const measure = requestMetrics(metrics);
  server = createServer((request, response: ObservedResponse) => {
    response.locals = {};
    log(request, response, () => measure(request, response, () => answer(request, response)));
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

async function ask(port: number, options: RequestOptions = {}, body = ''): Promise<IncomingMessage> {
  const response = await new Promise<IncomingMessage>((done, failed) => {
    send({ host: '127.0.0.1', port, agent: false, ...options }, done)
      .on('error', failed)
      .end(body);
  });
  await text(response);
  return response;
}

async function logged(count: number): Promise<Record<string, unknown>[]> {
  await expect.poll(() => lines.length).toBeGreaterThanOrEqual(count);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the request log', () => {
  it('has one line per request with operation, path, status and reason', async () => {
    const port = await listenWith((_request, response) => {
      response.locals = { operationId: 'issueToken', reason: 'code_expired' };
      response.writeHead(400).end();
    });
    await ask(port, { method: 'POST', path: '/oauth/token' });
    const [line, ...more] = await logged(1);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      level: 'info',
      operation: 'issueToken',
      method: 'POST',
      path: '/oauth/token',
      status: 400,
      milliseconds: expect.any(Number) as number,
      reason: 'code_expired',
      msg: 'refused',
    });
  });

  it('holds no secret from query, headers, body, Location or cookies', async () => {
    const port = await listenWith((request, response) => {
      logger.info({ req: request, res: response, body: SECRET, client: { client_secret: SECRET } }, 'inside');
      logger.error(Object.assign(new Error(`insert into grants values ('${SECRET}')`), { detail: SECRET }));
      response.setHeader('Location', `https://app.example/?code=${SECRET}`);
      response.setHeader('Set-Cookie', `session=${SECRET}`);
      response.writeHead(303).end(SECRET);
    });
    const headers = {
      authorization: `Bearer ${SECRET}`,
      cookie: `session=${SECRET}`,
      referer: `https://a/?c=${SECRET}`,
    };
    await ask(
      port,
      { method: 'POST', path: `/oauth/authorize?code=${SECRET}#${SECRET}`, headers },
      `code=${SECRET}`,
    );
    const found = await logged(3);
    expect(found.map((line) => line['msg'])).toEqual(['inside', expect.any(String), 'answered']);
    expect(lines.join('')).not.toContain(SECRET);
    expect(found[2]).toMatchObject({ path: '/oauth/authorize', status: 303 });
  });

  it('says error for a fault and nothing at its usual level for a probe', async () => {
    const port = await listenWith((request, response) => {
      response.writeHead(request.url === '/boom' ? 500 : 200).end();
    });
    await ask(port, { path: '/healthz' });
    await ask(port, { path: '/boom' });
    expect(await logged(1)).toEqual([expect.objectContaining({ level: 'error', path: '/boom' })]);
  });

  it('tells of a peer that left', async () => {
    const port = await listenWith(() => undefined);
    const request = send({ host: '127.0.0.1', port }).on('error', () => undefined);
    request.end();
    setTimeout(() => request.destroy(), 50);
    expect((await logged(1))[0]).toMatchObject({ msg: 'the peer left before the answer' });
  });
});

describe('the request id', () => {
  const echo: Answer = (_request, response) => response.end();
  const headers = { 'x-request-id': 'from-the-proxy.1' };

  it('is answered and logged', async () => {
    const response = await ask(await listenWith(echo));
    const id = response.headers['x-request-id'];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await logged(1))[0]).toMatchObject({ request_id: id });
  });

  it('is taken from a trusted proxy only', async () => {
    const trusted = await ask(await listenWith(echo, ['loopback']), { headers });
    expect(trusted.headers['x-request-id']).toBe('from-the-proxy.1');
    server?.close();
    const stranger = await ask(await listenWith(echo, ['10.0.0.0/8']), { headers });
    expect(stranger.headers['x-request-id']).not.toBe('from-the-proxy.1');
  });

  it.each(['a b', 'ü', 'x'.repeat(65), '{"a":1}', ''])('is not %j even from a trusted proxy', async (id) => {
    const sent = Buffer.from(id).toString('latin1');
    const response = await ask(await listenWith(echo, 1), { headers: { 'x-request-id': sent } });
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the metrics', () => {
  it('count requests by operation and status, and refusals by reason', async () => {
    const metrics = createMetrics();
    const port = await listenWith(
      (_request, response) => {
        response.locals = { operationId: 'issueToken', reason: 'code_expired' };
        response.writeHead(400).end();
      },
      false,
      metrics,
    );
    await ask(port, { path: `/oauth/token?code=${SECRET}` });
    await expect.poll(() => metrics.render()).toContain('codegrant_refusals_total{reason="code_expired"} 1');
    const rendered = await metrics.render();
    expect(rendered).toContain('codegrant_http_requests_total{operation="issueToken",status="400"} 1');
    expect(rendered).toContain('codegrant_http_request_duration_seconds_count{operation="issueToken"} 1');
    expect(rendered).toContain('codegrant_process_cpu_seconds_total');
    expect(rendered).not.toContain(SECRET);
  });

  it('put what matches no operation under one label', async () => {
    const metrics = createMetrics();
    metrics.observeRequest({ operation: undefined, status: 404, seconds: 0.001, reason: undefined });
    expect(await metrics.render()).toContain(
      'codegrant_http_requests_total{operation="none",status="404"} 1',
    );
  });

  it('of two applications are apart', async () => {
    createMetrics().observeRequest({ operation: 'getMe', status: 200, seconds: 0.001, reason: undefined });
    expect(await createMetrics().render()).not.toContain('getMe');
  });
});
