import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { randomBytes } from 'node:crypto';

/** How the small server is set up; a test makes one thing of it differ from what the target says. */
export interface Setup {
  clients: Record<string, { secret: string | null; redirect_uri: string }>;
  scopes: readonly string[];
  users: Record<string, { password: string; mayConsent: boolean }>;
  tokenPath: string;
  /** Seconds that its clock is ahead. */
  clock: number;
  /** How it takes a secret. */
  method: 'basic' | 'post';
}

export const usualSetup: Setup = {
  clients: {
    one: { secret: 'secret-one', redirect_uri: 'https://client.example/callback' },
    two: { secret: 'secret-two', redirect_uri: 'https://client.example/callback' },
  },
  scopes: ['read', 'write'],
  users: {
    alice: { password: 'wonderland', mayConsent: true },
    bob: { password: 'builder', mayConsent: false },
  },
  tokenPath: '/token',
  clock: 0,
  method: 'basic',
};

/** The code grant in as few lines as it takes: sign-in, consent, exchange, introspection. */
export function smallServer(change: Partial<Setup> = {}): RequestListener {
  const setup = { ...usualSetup, ...change };
  const codes = new Map<string, { client: string; redirect_uri: string }>();
  const tokens = new Set<string>();
  return (request, response) => {
    response.sendDate = false;
    response.setHeader('date', new Date(Date.now() + setup.clock * 1000).toUTCString());
    void readForm(request).then((form) => {
      const url = new URL(request.url ?? '/', 'http://server');
      const user = /user=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
      if (url.pathname === '/authorize' && request.method === 'GET')
        return authorize(setup, url, user, response);
      if (url.pathname === '/login') return login(setup, form, response);
      if (url.pathname === '/consent') return decide(setup, form, user, codes, response);
      if (url.pathname === '/introspect')
        return json(response, 200, { active: tokens.has(form.get('token') ?? '') });
      if (url.pathname === setup.tokenPath) return exchange(setup, request, form, codes, tokens, response);
      page(response, 404, 'There is nothing here.');
    });
  };
}

/** Listens on a free port; `close` ends every connection. */
export async function listen(
  server: Server | RequestListener,
): Promise<{ origin: string; close: () => void }> {
  const listening = typeof server === 'function' ? createServer(server) : server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const close = () => {
    if ('closeAllConnections' in listening)
      (listening as ReturnType<typeof createServer>).closeAllConnections();
    listening.close();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

function authorize(setup: Setup, url: URL, user: string | undefined, response: ServerResponse): void {
  const query = url.searchParams;
  const client = setup.clients[query.get('client_id') ?? ''];
  if (client === undefined) return page(response, 400, 'This client is not known.');
  const redirect_uri = query.get('redirect_uri') ?? client.redirect_uri;
  if (redirect_uri !== client.redirect_uri) return page(response, 400, 'This callback is not registered.');
  const unknown = (query.get('scope') ?? '')
    .split(' ')
    .some((scope) => scope !== '' && !setup.scopes.includes(scope));
  if (unknown)
    return answer(response, redirect_uri, { error: 'invalid_scope', state: query.get('state') ?? '' });
  const hidden = `<input type="hidden" name="request" value="${encodeURIComponent(url.search)}">`;
  if (user === undefined) return signInPage(response, 200, hidden);
  if (setup.users[user]?.mayConsent !== true) return page(response, 403, `${user} may not consent.`);
  page(
    response,
    200,
    `<form method="post" action="/consent">${hidden}<button name="decision" value="allow">Allow</button>
    <button name="decision" value="deny">Deny</button></form>`,
  );
}

function login(setup: Setup, form: URLSearchParams, response: ServerResponse): void {
  const user = form.get('username') ?? '';
  const hidden = `<input type="hidden" name="request" value="${form.get('request') ?? ''}">`;
  if (setup.users[user]?.password !== form.get('password')) return signInPage(response, 401, hidden);
  const location = `/authorize${decodeURIComponent(form.get('request') ?? '')}`;
  response.writeHead(303, { 'set-cookie': `user=${user}; Path=/`, location }).end();
}

function decide(
  setup: Setup,
  form: URLSearchParams,
  user: string | undefined,
  codes: Map<string, { client: string; redirect_uri: string }>,
  response: ServerResponse,
): void {
  if (user === undefined) return page(response, 403, 'Nobody is signed in.');
  const query = new URLSearchParams(decodeURIComponent(form.get('request') ?? ''));
  const client = query.get('client_id') ?? '';
  const redirect_uri = setup.clients[client]?.redirect_uri ?? '';
  const state = query.get('state') ?? '';
  if (form.get('decision') !== 'allow')
    return answer(response, redirect_uri, { error: 'access_denied', state });
  const code = randomBytes(8).toString('hex');
  codes.set(code, { client, redirect_uri });
  answer(response, redirect_uri, { code, state });
}

function exchange(
  setup: Setup,
  request: IncomingMessage,
  form: URLSearchParams,
  codes: Map<string, { client: string; redirect_uri: string }>,
  tokens: Set<string>,
  response: ServerResponse,
): void {
  const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
  const posted = `${form.get('client_id') ?? ''}:${form.get('client_secret') ?? ''}`;
  const [id = '', secret] = (setup.method === 'basic' ? basic : posted).split(':');
  if (setup.clients[id] === undefined || setup.clients[id]?.secret !== secret)
    return json(response, 401, { error: 'invalid_client' });
  const code = codes.get(form.get('code') ?? '');
  if (code?.client !== id || code.redirect_uri !== form.get('redirect_uri'))
    return json(response, 400, { error: 'invalid_grant' });
  codes.delete(form.get('code') ?? '');
  const access_token = randomBytes(8).toString('hex');
  tokens.add(access_token);
  json(response, 200, { access_token, token_type: 'Bearer' });
}

function signInPage(response: ServerResponse, status: number, hidden: string): void {
  const fields = '<input name="username"><input name="password" type="password"><button>Sign in</button>';
  page(response, status, `<form method="post" action="/login">${hidden}${fields}</form>`);
}

function page(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(`<!doctype html><body>${html}</body>`);
}

function json(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

function answer(response: ServerResponse, redirect_uri: string, parameters: Record<string, string>): void {
  response
    .writeHead(302, { location: `${redirect_uri}?${new URLSearchParams(parameters).toString()}` })
    .end();
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}
