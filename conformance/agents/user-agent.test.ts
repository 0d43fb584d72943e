import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TargetOwner } from '../target/target.ts';
import { formDriver } from './form-driver.ts';
import { Transport } from './transport.ts';
import { isSamePlace, UserAgent } from './user-agent.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base: string;
let handle: Handler = (_, response) => response.end();
const redirect_uri = 'https://app.example/callback?own=1';
const transport = new Transport({ timeout: 300, concurrency: 2, rate: null, verify_certificates: true });
const owner: TargetOwner = {
  ...{ username: 'alice', password: 'pw', driver: 'form', signs_in: true, can_deny: true },
  ...{ headers: {}, command: [], recipe: {} },
};

beforeAll(async () => {
  server = createServer((request, response) => handle(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.closeAllConnections());

afterAll(() => {
  transport.close();
  server.close();
});

function browser(): UserAgent {
  return new UserAgent(transport, formDriver(owner), new Set([base]), []);
}

function travel(agent = browser(), path = '/start') {
  const draft = { method: 'GET', url: `${base}${path}`, query: [], headers: [], body: null };
  return agent.travel(draft, { redirect_uri, intent: 'approve' });
}

/** Answers by path; a text is a page, an address a redirect. */
function site(pages: Record<string, string>): void {
  handle = (request, response) => {
    const answer = pages[(request.url ?? '').replace(/\?.*/, '')] ?? 'not here';
    if (/^(\/|https?:)/.test(answer)) response.writeHead(302, { location: answer }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end(answer);
  };
}

describe('the browser arrives at the redirect URI', () => {
  test('with query and fragment, over a redirect of the server itself', async () => {
    site({ '/start': '/next', '/next': `${redirect_uri}&code=a%20b&state=x+y#_=_` });
    const { landing, navigations } = await travel();
    expect(landing).toMatchObject({
      at: 'callback',
      query: [
        ['own', '1'],
        ['code', 'a b'],
        ['state', 'x y'],
      ],
      fragment: [['_', '_']],
    });
    expect(navigations).toEqual([`${base}/next`, `${redirect_uri}&code=a%20b&state=x+y#_=_`]);
  });

  test('by a form that submits itself, with what it holds', async () => {
    site({
      '/start': `<form method=post action="${redirect_uri}"><input type=hidden name=code value=c></form><script>document.forms[0].submit()</script>`,
    });
    expect((await travel()).landing).toMatchObject({ at: 'callback', form: [['code', 'c']] });
  });

  test('after sign-in and consent, with the cookies of each path', async () => {
    const cookies: Record<string, string> = {};
    handle = (request, response) => {
      const path = (request.url ?? '').replace(/\?.*/, '');
      cookies[path] = request.headers.cookie ?? '';
      const html = (text: string, cookie: string) =>
        response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': cookie }).end(text);
      if (path === '/start')
        html(
          '<form method=post action=/login><input name=user><input type=password name=p></form>',
          'a=1; Path=/; HttpOnly; Secure',
        );
      else if (path === '/login')
        html('<form method=post action=/consent/yes><button>Allow</button></form>', 'b=2; Path=/consent');
      else response.writeHead(303, { location: `${redirect_uri}&code=c` }).end();
    };
    expect((await travel()).landing.at).toBe('callback');
    expect(cookies).toEqual({ '/start': '', '/login': 'a=1', '/consent/yes': 'b=2; a=1' });
  });

  test('though the URI is written as no browser would write it', () => {
    expect(isSamePlace('https://app.example/?code=1', 'https://app.example')).toBe(true);
    expect(isSamePlace('com.example.app:/cb?code=1', 'com.example.app:/cb')).toBe(true);
    expect(isSamePlace('https://app.example/cb/?code=1', 'https://app.example/cb')).toBe(false);
    expect(isSamePlace('https://app.example:8443/cb', 'https://app.example/cb')).toBe(false);
  });
});

describe('the browser comes to rest', () => {
  test('elsewhere, without going there', async () => {
    site({ '/start': 'https://evil.example/callback?code=c' });
    const { landing, exchanges } = await travel();
    expect(landing).toEqual({ at: 'elsewhere', url: 'https://evil.example/callback?code=c' });
    expect(exchanges).toHaveLength(1);
  });

  test('elsewhere, by a scheme of its own', async () => {
    handle = (_, response) => response.writeHead(302, { location: 'com.example.other:/cb?code=1' }).end();
    expect((await travel()).landing.at).toBe('elsewhere');
  });

  test('on a page, with its status and what it says', async () => {
    handle = (_, response) =>
      response.writeHead(400, { 'content-type': 'text/html' }).end('<p>Unknown <b>client</b>');
    expect((await travel()).landing).toMatchObject({ at: 'page', status: 400, text: 'Unknown client' });
  });

  test('on an answer that is no page', async () => {
    handle = (_, response) =>
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"x"}');
    expect((await travel()).landing).toMatchObject({
      at: 'page',
      mediaType: 'application/json',
      text: '{"error":"x"}',
    });
  });

  test('nowhere, where the server sends it in circles', async () => {
    site({ '/start': '/next', '/next': '/start' });
    const { landing, exchanges } = await travel();
    expect(landing).toEqual({ at: 'nowhere', reason: 'still on the way after 20 steps' });
    expect(exchanges).toHaveLength(20);
  });

  test('nowhere, where the password is wrong', async () => {
    site({ '/start': '<form><input name=user><input type=password name=p></form>Try again' });
    expect((await travel()).landing).toMatchObject({
      at: 'nowhere',
      reason: expect.stringContaining('Try again'),
    });
  });
});

describe('what a server does to the connection is told in words', () => {
  const failures: [string, Handler, string][] = [
    ['no answer', () => undefined, 'no answer in time'],
    ['half an answer', (_, response) => void response.writeHead(200).write('half'), 'no answer in time'],
    ['a reset', (request) => request.socket.destroy(), 'connection reset'],
    [
      'an end in the middle',
      (_, response) =>
        response.writeHead(200, { 'content-length': '99' }).write('x', () => response.destroy()),
      'connection reset',
    ],
    ['no HTTP', (request) => request.socket.end('garbage\r\n\r\n'), 'the answer is not HTTP'],
  ];

  test.each(failures)('%s', async (_, handler, reason) => {
    handle = handler;
    expect((await travel()).landing).toEqual({ at: 'nowhere', reason: expect.stringContaining(reason) });
  });

  test('a port where nobody listens', async () => {
    const draft = { method: 'GET', url: 'http://127.0.0.1:1/', query: [], headers: [], body: null };
    expect((await transport.send(draft)).failure).toBe('connection refused');
  });

  test('a body of ten megabytes is kept up to the first one', async () => {
    handle = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(10_000_000));
    const { exchanges } = await travel();
    expect(exchanges[0]?.response).toMatchObject({ isTruncated: true });
    expect(exchanges[0]?.response?.body.length).toBe(1024 * 1024);
  });
});

describe('cookies', () => {
  test('belong to the browser that got them, and to its copies from then on', async () => {
    const seen: string[] = [];
    handle = (request, response) => {
      seen.push(request.headers.cookie ?? '');
      response.writeHead(200, { 'set-cookie': `n=${seen.length}` }).end();
    };
    const first = browser();
    await travel(first);
    const copy = first.clone();
    await travel(copy);
    await travel(first);
    await travel(first.fresh());
    expect(seen).toEqual(['', 'n=1', 'n=1', '']);
  });

  test('of another host or of a broken form are left alone', async () => {
    let seen = '';
    handle = (request, response) => {
      seen = request.headers.cookie ?? '';
      response.writeHead(200, { 'set-cookie': ['a=1; Domain=evil.example', '=; ;', 'ok=1'] }).end();
    };
    const agent = browser();
    await travel(agent);
    await travel(agent);
    expect(seen).toBe('ok=1');
  });
});
