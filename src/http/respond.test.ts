import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { authorizationRequest, decide, signedIn } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';

type Browser = Awaited<ReturnType<typeof signedIn>>;
const query = (changes = {}) =>
  `/oauth/authorize?${new URLSearchParams(authorizationRequest(changes)).toString()}`;

/** Every kind of page, by whoever gets to see it. */
const pages: [string, number, (owner: Browser, stranger: Browser) => PromiseLike<supertest.Response>][] = [
  ['home', 200, (owner) => owner.get('/')],
  ['sign-in', 200, (_, stranger) => stranger.get('/login')],
  ['sign-out', 200, (owner) => owner.get('/logout')],
  ['consent', 200, (owner) => owner.get(query())],
  ['form_post', 200, (owner) => owner.get(query({ response_mode: 'form_post', scope: 'no:such' }))],
  [
    'form_post with a code',
    200,
    (owner) => decide(owner, authorizationRequest({ response_mode: 'form_post' }), 'approve'),
  ],
  ['code', 200, showCode],
  ['error', 400, (owner) => owner.get(query({ client_id: 'nobody' }))],
  ['forged form', 403, (owner) => owner.post('/logout').type('form').send('x=1')],
  ['unknown path', 404, (owner) => owner.get('/nowhere').set('Accept', 'text/html')],
  ['unknown method', 405, (owner) => owner.put('/login').set('Accept', 'text/html')],
];

async function showCode(owner: Browser): Promise<supertest.Response> {
  const request = { client_id: 'out-of-band', redirect_uri: 'urn:ietf:wg:oauth:2.0:oob' };
  await decide(owner, authorizationRequest(request), 'approve');
  return await owner.get('/oauth/code');
}

/** Every redirect of the flow. */
const redirects: typeof pages = [
  ['to sign-in', 303, (_, stranger) => stranger.get(query())],
  ['with an error', 303, (owner) => owner.get(query({ scope: 'no:such' }))],
  ['with a code', 303, (owner) => decide(owner, authorizationRequest(), 'approve')],
  [
    'after a POST request',
    303,
    (owner) => owner.post('/oauth/authorize').type('form').send(authorizationRequest()),
  ],
];

describe('every answer of the flow', () => {
  const server = testServer();
  let owner: Browser;
  beforeAll(async () => {
    owner = await signedIn(server);
  });
  const stranger = () => supertest.agent(server.url);

  it.each([...pages, ...redirects])(
    'is kept by no cache and names no referrer: %s',
    async (_, status, ask) => {
      const answer = await ask(owner, stranger());
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        pragma: 'no-cache',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(answer.headers).not.toHaveProperty('x-powered-by');
      expect(answer.headers).not.toHaveProperty('etag');
    },
  );

  it.each(pages)(
    'cannot be framed and loads nothing: the page %s, RFC 9700 §4.16',
    async (_, status, ask) => {
      const answer = await ask(owner, stranger());
      const policy = String(answer.headers['content-security-policy']).split('; ');
      expect([answer.status, answer.headers['x-frame-options']]).toEqual([status, 'DENY']);
      expect(policy).toEqual(
        expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
      );
      expect(answer.text).not.toMatch(
        /<(img|iframe|object|embed)|<link(?! rel="icon" href="data:,")|<script src/,
      );
    },
  );

  it('leaves no secret in the log: no code, cookie, state, password or token', async () => {
    server.log.length = 0;
    const browser = await signedIn(server);
    const answer = await decide(browser, authorizationRequest({ state: 'the-secret-state' }), 'approve');
    const code = new URL(answer.headers.location as string).searchParams.get('code') ?? '';
    await browser.get(query({ client_id: 'nobody', state: 'the-secret-state' }));
    const log = server.log.join();
    expect(server.log.length).toBeGreaterThan(4);
    expect(code).not.toBe('');
    for (const secret of [code, code.slice(4, 36), code.slice(37), 'the-secret-state', 'correct horse'])
      expect(log).not.toContain(secret);
    expect(log).not.toMatch(/[A-Za-z0-9_-]{43}/);
    expect(log).not.toMatch(/\?|csrf|cookie/i);
  });

  it('has the code in no URL but the one that leads to the client', async () => {
    const answers = [
      await owner.get(query()),
      await decide(owner, authorizationRequest(), 'approve'),
      await decide(owner, authorizationRequest({ response_mode: 'form_post' }), 'approve'),
      await showCode(owner),
    ];
    const urls = answers.flatMap(({ headers, text }) => [
      ...(headers.location === undefined ? [] : [headers.location]),
      ...[...text.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, url = '']) => url),
    ]);
    const withCode = urls.filter((url) => url.includes('cgc_'));
    expect(withCode.map((url) => url.slice(0, 34))).toEqual(['https://app.example/callback?code=']);
  });
});
