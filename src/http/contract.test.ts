import { request } from 'node:http';
import express from 'express';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { createApp, type World } from '../app.ts';
import { dialectNames, type DialectName } from '../dialects/dialect.ts';
import { enableDialects } from '../dialects/enabled.ts';
import { createLogger } from '../observability/logger.ts';
import { createMetrics } from '../observability/metrics.ts';
import { routesOf } from '../testing/express-routes.ts';
import { testServer } from '../testing/server.ts';

const routesFor = (...names: (DialectName | undefined)[]) =>
  Object.values(operations)
    .filter((operation) => names.includes(operation['x-dialect']))
    .map(({ method, path }) => `${method} ${path}`);
const ours = Object.values(operations).filter((operation) => operation['x-dialect'] === undefined);
const paths = [...new Set(ours.map(({ path }) => path))];
const methodsOf = (path: string) =>
  Object.values(operations).flatMap((operation) => (operation.path === path ? [operation.method] : []));

describe('the routes of the application', () => {
  const served = (...names: DialectName[]): string[] => {
    const world = { issuer: 'http://127.0.0.1', dialects: enableDialects(names) } as World;
    const logger = createLogger('silent', { write: () => undefined });
    return routesOf(createApp(world, { logger, metrics: createMetrics(), trustProxy: false }));
  };

  it('are the operations of the contract: none outside it and none of it missing', () => {
    expect(served()).toEqual(routesFor(undefined).sort());
  });

  it.each(dialectNames)('are those of the dialect %s too where it is on', (name) => {
    expect(served(name)).toEqual(routesFor(undefined, name).sort());
  });

  it('are found wherever they are mounted', () => {
    const app = express();
    app.get('/one', (_req, res) => void res.end());
    app.use(express.Router().post('/two/:id', (_req, res) => void res.end()));
    expect(routesOf(app)).toEqual(['get /one', 'post /two/{id}']);
  });
});

describe('a request outside the contract', () => {
  const server = testServer();

  it.each([
    ...[
      '/nowhere',
      '/oauth',
      '/oauth/',
      '/OAUTH/AUTHORIZE',
      '/oauth/authorize/',
      '//oauth/authorize',
      '/login/',
    ],
    ...[
      '/oauth/authorize/decision/x',
      '/oauth%2Fauthorize',
      '/index.html',
      '/.env',
      '/api',
      '/docs/',
      '/docs/x',
    ],
    ...['/login;x', '/login%20', '/.well-known/openid-configuration', '/api/events/', '/oauth/register/a/b'],
  ])('is answered 404: %s', async (path) => {
    const answer = await fetch(`${server.url}${path}`, { headers: { accept: 'application/json' } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: 'not_found' });
  });

  describe.each(paths)('to %s', (path) => {
    const known = methodsOf(path);
    const at = path.replaceAll(/\{\w+\}/g, 'x');
    const unknown = ['get', 'put', 'post', 'delete', 'patch', 'options'] as const;

    it.each(unknown.filter((method) => !known.includes(method)))('is answered 405 by %s', async (method) => {
      const answer = await supertest(server.url)[method](at);
      expect(answer.status).toBe(405);
      const allowed = known.flatMap((name) => (name === 'get' ? ['GET', 'HEAD'] : [name.toUpperCase()]));
      expect(answer.headers.allow?.split(', ')).toEqual(allowed);
    });
  });

  it.each(['TRACE', 'PROPFIND', 'LOCK'])('is answered 405 for the method %s', async (method) => {
    const status = await new Promise((resolve, reject) => {
      request(`${server.url}/login`, { method }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(405);
  });

  it.each(['/oauth/token', '/oauth/revoke', '/oauth/authorize/decision'])(
    'is answered 405 for HEAD where there is no GET: %s',
    async (path) => {
      const { status, headers } = await fetch(`${server.url}${path}`, { method: 'HEAD' });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    },
  );

  it.each([
    ['text/html', 'text/html'],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
  ])('is answered in the form that was asked for: %s', async (accept, type) => {
    const answer = await supertest(server.url).get('/nowhere').set('Accept', accept);
    expect([answer.status, answer.type]).toEqual([404, type]);
  });
});

describe('HEAD', () => {
  const server = testServer();
  const plain = paths.filter((path) => methodsOf(path).includes('get') && !path.includes('{'));

  it.each(plain)('of %s is answered as GET, without the body', async (path) => {
    const [get, head] = await Promise.all([
      fetch(`${server.url}${path}`, { redirect: 'manual' }),
      fetch(`${server.url}${path}`, { method: 'HEAD', redirect: 'manual' }),
    ]);
    expect([head.status, await head.text()]).toEqual([get.status, '']);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(head.headers.get('cache-control')).toBe(get.headers.get('cache-control'));
    await get.text();
  });
});
