import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { testServer } from '../testing/server.ts';

const readText = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const yaml = readText('../../openapi.yaml');

describe('the documents', () => {
  const server = testServer();
  const get = (path: string) => supertest(server.url).get(path);

  it('hold the contract as it is written', async () => {
    const answer = await get('/openapi.yaml').buffer(true).parse(asText).expect(200);
    expect(answer.body).toBe(yaml);
    expect(answer.headers['content-type']).toMatch(/^application\/yaml/);
  });

  it('hold the same contract as JSON', async () => {
    const { body } = await get('/openapi.json').expect(200);
    const written = parse(yaml) as { openapi: string; info: object; paths: object };
    expect(body.openapi).toBe(written.openapi);
    expect(body.info).toEqual(written.info);
    expect(Object.keys(body.paths as object)).toEqual(Object.keys(written.paths));
  });

  it('hold a page that loads nothing from elsewhere', async () => {
    const { text, headers } = await get('/docs').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('/docs/redoc.standalone.js');
    expect(text).not.toMatch(/(?:src|href)="https?:\/\/(?!www\.rfc-editor\.org)[^"]*\.(?:js|css)"/);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self' 'sha256-/);
    expect(headers['content-security-policy']).not.toMatch(/https?:|'unsafe-eval'|script-src[^;]*unsafe/);
  });

  it('hold the script of that page', async () => {
    const answer = await get('/docs/redoc.standalone.js').buffer(true).parse(asText).expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
    expect(answer.body).toBe(readText('../../generated/docs/redoc.standalone.js'));
  });

  it.each(['/openapi.yaml', '/openapi.json', '/docs', '/docs/redoc.standalone.js'])(
    'may be kept by a cache: %s, and no browser guesses another type',
    async (path) => {
      const { headers } = await supertest(server.url).head(path).expect(200);
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=300',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it.each(['/openapi.yaml', '/openapi.json', '/docs/redoc.standalone.js'])(
    'refuse a query that is not percent-encoded: %s',
    async (path) => {
      const { status, body } = await get(`${path}?x=%zz`);
      expect([status, body.error]).toEqual([400, 'invalid_request']);
    },
  );

  it('refuse it for the page with a page', async () => {
    const { status, headers } = await get('/docs?x=%zz');
    expect([status, headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  });
});

function asText(response: supertest.Response, done: (error: Error | null, body: string) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks).toString()));
}
