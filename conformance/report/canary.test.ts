import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserAgent } from '../agents/user-agent.ts';
import { formDriver } from '../agents/form-driver.ts';
import { Transport } from '../agents/transport.ts';
import type { Exchange, Pairs } from '../model/exchange.ts';
import { backgroundOf } from './background.ts';
import { canaries, leaksIn, pageOf } from './canaries.fixture.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { progressOn } from './progress.ts';
import { redact } from './redact.ts';
import { reportOf, resultOf, targetOf } from './report.fixture.ts';
import { terminalReport } from './terminal.ts';

/** A server that tells every secret in every position it can think of, and a run against it. */
let server: Server;
let base: string;
const exchanges: Exchange[] = [];
const { code, accessToken, refreshToken, verifier, secret, password, session, csrf } = canaries;
const background = backgroundOf([], new Map());

beforeAll(async () => {
  server = createServer((request, response) => {
    const { headers, body } = pageOf(request.url ?? '/', base);
    response.writeHead(request.url === '/redirect' ? 302 : 200, headers).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = new Transport(targetOf(base));
  const send = async (path: string, headers: Pairs, body: Pairs | string | null, method = 'POST') =>
    exchanges.push(await transport.send({ method, url: `${base}${path}`, query: [], headers, body }));
  const basic = Buffer.from(`app:${encodeURIComponent(secret)}`).toString('base64');
  await send(
    '/html',
    [['cookie', `sid=${session}; theme=dark`]],
    [
      ['csrf', csrf],
      ['username', 'alice'],
      ['password', password],
    ],
  );
  await send(
    '/json',
    [['authorization', `Basic ${basic}`]],
    [
      ['code', code],
      ['code_verifier', verifier],
    ],
  );
  await send('/text', [['authorization', `Bearer ${accessToken}`]], [['token', refreshToken]]);
  await send('/redirect', [], null, 'GET');
  await send(`/html?access_token=${accessToken}&code=${code}`, [], null, 'GET');
  await send(
    '/json',
    [['content-type', 'application/json']],
    JSON.stringify({ client_secret: secret, refresh_token: refreshToken }),
  );
  await send(
    '/json',
    [['content-type', 'multipart/form-data; boundary=x']],
    `--x\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\n${secret}\r\n--x--`,
  );
  const browser = new UserAgent(transport, formDriver(targetOf(base).owner), new Set([base]), []);
  const journey = await browser.travel(
    { method: 'GET', url: `${base}/redirect`, query: [], headers: [], body: null },
    { redirect_uri: 'https://app.example/callback', intent: 'approve' },
  );
  exchanges.push(...journey.exchanges);
  transport.close();
});

afterAll(() => server.close());

function spoiltReport() {
  const told = Object.values(canaries).join(' and ');
  return reportOf(
    base,
    [
      resultOf({
        verdict: 'fail',
        findings: [
          { expected: 'no token', received: `the page says ${told}`, gravity: 'unsafe' },
          {
            expected: 'a redirect',
            received: `https://app.example/callback?code=${code}&state=visible-state`,
            gravity: 'form',
          },
          {
            expected: 'a whole text',
            received: `the sign-in page came back: ${accessToken.slice(0, 20)}…`,
            gravity: 'form',
          },
        ],
        exchanges,
      }),
      resultOf({ id: 'rfc6749/5.1/blocked', verdict: 'blocked', reason: `no tokens: ${told}`, exchanges }),
      resultOf({
        id: 'rfc6749/5.1/broke',
        verdict: 'error',
        reason: `Error: ${encodeURIComponent(told)}`,
        exchanges,
      }),
      resultOf({
        id: 'rfc6749/5.1/warns',
        verdict: 'warn',
        findings: [{ expected: 'x', received: told, gravity: 'advice' }],
        exchanges,
      }),
      resultOf({ id: 'rfc6749/5.1/passes', verdict: 'pass', exchanges }),
      resultOf({ id: 'rfc6749/5.1/skipped', verdict: 'skip', reason: told }),
    ],
    told,
  );
}

describe('no secret stands in', () => {
  test('the record in JSON', () => {
    expect(leaksIn(JSON.stringify(spoiltReport()))).not.toEqual([]);
    const text = jsonReport(redact(spoiltReport(), targetOf(base)), background);
    expect(leaksIn(text)).toEqual([]);
    expect(text).toContain('visible-state');
  });

  test('the report for CI', () => {
    expect(leaksIn(junitReport(redact(spoiltReport(), targetOf(base)), background))).toEqual([]);
  });

  test.each([40, 80, 140])('the report for a person, %i columns wide', (columns) => {
    const text = terminalReport(redact(spoiltReport(), targetOf(base)), background, {
      columns,
      colours: false,
    });
    expect(leaksIn(text)).toEqual([]);
    expect(leaksIn(text.replaceAll(/\s/g, ''))).toEqual([]);
  });

  test.each([true, false])('the progress, on a terminal: %s', (isTTY) => {
    let written = '';
    const progress = progressOn({ isTTY, columns: 80, write: (text) => (written += text) }, {});
    const { results } = spoiltReport();
    results.forEach((result, index) => progress.onResult(result, index + 1, results.length));
    progress.end();
    expect(leaksIn(written)).toEqual([]);
    expect(written).not.toBe('');
  });
});

test('a value has one placeholder wherever it stands', () => {
  const text = jsonReport(redact(spoiltReport(), targetOf(base)), background);
  expect(text).toContain('callback?code=<code 1>&state=visible-state');
  expect(new Set(text.match(/<client secret \d+>/g))).toEqual(new Set(['<client secret 1>']));
  expect(new Set(text.match(/<password \d+>/g))).toEqual(new Set(['<password 1>']));
});
