import { createServer as createTlsServer } from 'node:https';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Check } from '../model/report.ts';
import { performRun } from '../run/perform-run.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import type { TargetSettings } from '../target/settings.ts';
import { listen, smallServer, type Setup } from './small-server.fixture.ts';

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

/** What a target file says of the small server when everything is right. */
function described(origin: string, change: TargetSettings = {}): TargetSettings {
  const redirect_uris = ['https://client.example/callback'];
  return {
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    introspection_endpoint: `${origin}/introspect`,
    clients: {
      confidential: { client_id: 'one', client_secret: 'secret-one', redirect_uris },
      second: { client_id: 'two', client_secret: 'secret-two', redirect_uris },
    },
    client_authentication: ['basic'],
    scopes: ['read', 'write'],
    owner: { username: 'alice', password: 'wonderland' },
    timeout: 1000,
    ...change,
  };
}

async function start(setup: Partial<Setup> = {}): Promise<string> {
  const { origin, close } = await listen(smallServer(setup));
  opened.push(close);
  return origin;
}

/** A run with a few scenarios: what the set-up says, and that nothing was judged. */
async function failureOf(settings: TargetSettings): Promise<Check> {
  const report = await performRun(settings, catalogue, { selection: ['4.1.3'] });
  expect(report.results).toEqual([]);
  expect(report.totals.fail).toBe(0);
  expect(report.exit).toBe(2);
  const failed = report.setup.filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(1);
  return failed[0] as Check;
}

test('a right set-up is fit, and the scenarios are played', async () => {
  const settings = described(await start());
  const report = await performRun(settings, catalogue, { selection: ['rfc6749/4.1.3/code-unknown'] });
  expect(report.setup.filter(({ state }) => state === 'failed')).toEqual([]);
  expect(report.results).toHaveLength(1);
  expect(report.exit).toBe(0);
});

describe('a mistake in the set-up is named, and never a verdict', () => {
  test('a wrong port', async () => {
    const { origin, close } = await listen(smallServer());
    close();
    const check = await failureOf(described(origin));
    expect(check).toMatchObject({ id: 'reachable', detail: expect.stringContaining('nothing listens') });
    expect(check.fix).toContain('port');
  });

  test('a wrong secret', async () => {
    const settings = described(await start());
    settings.clients = { confidential: { client_id: 'one', client_secret: 'wrong' } };
    const check = await failureOf(settings);
    expect(check).toMatchObject({ id: 'client', detail: expect.stringContaining('refuses its secret') });
    expect(check.fix).toContain('clients.confidential.client_secret');
  });

  test('a client that nobody registered', async () => {
    const settings = described(await start());
    settings.clients = { confidential: { client_id: 'nobody', client_secret: 'secret-one' } };
    const check = await failureOf(settings);
    expect(check).toMatchObject({ id: 'client', detail: 'the server does not know the client nobody' });
  });

  test('a secret by the wrong method', async () => {
    const check = await failureOf(described(await start({ method: 'post' })));
    expect(check).toMatchObject({ id: 'client', fix: 'write `client_authentication: [post]`' });
  });

  test('a callback that is not registered', async () => {
    const settings = described(await start());
    const redirect_uris = ['https://client.example/elsewhere'];
    settings.clients = { confidential: { client_id: 'one', client_secret: 'secret-one', redirect_uris } };
    const check = await failureOf(settings);
    expect(check).toMatchObject({
      id: 'callback',
      detail: expect.stringContaining('/elsewhere is not registered'),
    });
    expect(check.fix).toContain('redirect_uris');
  });

  test('a wrong password, and it is not told', async () => {
    const settings = described(await start(), { owner: { username: 'alice', password: 'looking-glass' } });
    const check = await failureOf(settings);
    expect(check).toMatchObject({ id: 'sign-in', detail: expect.stringContaining('refuses the user alice') });
    expect(check.fix).toContain('owner.password');
    expect(JSON.stringify(check)).not.toContain('looking-glass');
  });

  test('a user without the right to consent', async () => {
    const settings = described(await start(), { owner: { username: 'bob', password: 'builder' } });
    const check = await failureOf(settings);
    expect(check).toMatchObject({ id: 'consent', detail: expect.stringContaining('status 403') });
    expect(check.fix).toContain('bob');
  });

  test('a clock that is off by an hour', async () => {
    const check = await failureOf(described(await start({ clock: -3600 })));
    expect(check).toMatchObject({ id: 'clock', detail: expect.stringContaining('60 minutes behind') });
  });

  test('http for https', async () => {
    const server = createTlsServer(smallServer());
    const { origin, close } = await listen(server);
    opened.push(close);
    const check = await failureOf(described(origin));
    expect(check).toMatchObject({ id: 'reachable', detail: expect.stringContaining('speaks TLS') });
    expect(check.fix).toContain('https://');
  });

  test('https for http', async () => {
    const origin = await start();
    const check = await failureOf(described(origin.replace('http:', 'https:')));
    expect(check).toMatchObject({ id: 'reachable', detail: expect.stringContaining('speaks no TLS') });
    expect(check.fix).toContain('http://');
  });

  test('a wrong token path', async () => {
    const check = await failureOf(described(await start({ tokenPath: '/oauth/token' })));
    expect(check).toMatchObject({ id: 'token-endpoint', detail: 'there is nothing at /token (status 404)' });
  });

  test('a second client that is not there', async () => {
    const settings = described(
      await start({
        clients: { one: { secret: 'secret-one', redirect_uri: 'https://client.example/callback' } },
      }),
    );
    const check = await failureOf(settings);
    expect(check).toMatchObject({ id: 'other-clients', detail: 'the server does not know the client two' });
    expect(check.fix).toContain('clients.second.client_id');
  });

  test('a further redirect URI that is not registered', async () => {
    const origin = await start();
    const settings = described(origin);
    const redirect_uris = ['https://client.example/callback', 'https://client.example/other'];
    const several_redirects = { client_id: 'two', client_secret: 'secret-two', redirect_uris };
    const check = await failureOf({ ...settings, clients: { ...settings.clients, several_redirects } });
    expect(check).toMatchObject({
      id: 'every-client',
      detail: expect.stringMatching(
        /^clients\.several_redirects gets no code at https:\/\/client\.example\/other: [^;]+$/,
      ),
      fix: expect.stringContaining('`redirect_uris`'),
    });
  });

  test('a scope that the server does not know', async () => {
    const check = await failureOf(described(await start(), { scopes: ['read', 'fly'] }));
    expect(check).toMatchObject({ id: 'scope', detail: expect.stringContaining('fly') });
    expect(check.detail).not.toContain('read');
  });
});

describe('what is no authorization server is named too', () => {
  test('a server that never answers', async () => {
    const { origin, close } = await listen(() => undefined);
    opened.push(close);
    expect(await failureOf(described(origin, { timeout: 200 }))).toMatchObject({
      id: 'reachable',
      detail: expect.stringContaining('does not answer in time'),
    });
  });

  test.each([
    ['garbage', 'no such thing as HTTP\r\n\r\n'],
    ['nothing at all', null],
  ])('a server that answers %s', async (_name, text) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => (text === null ? socket.resetAndDestroy() : socket.end(text)));
    });
    const { origin, close } = await listen(server);
    opened.push(close);
    expect(await failureOf(described(origin))).toMatchObject({
      id: 'reachable',
      detail: expect.stringContaining('does not answer HTTP'),
    });
  });

  test('a server that answers ten megabytes of nothing', async () => {
    const { origin, close } = await listen((_request, response) => {
      response.on('error', () => undefined);
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(Buffer.alloc(10 * 1024 * 1024, ' '));
    });
    opened.push(close);
    expect(await failureOf(described(origin))).toMatchObject({ id: 'token-endpoint' });
  });

  test('a URL without metadata', async () => {
    const issuer = await start();
    const check = await failureOf({ issuer, timeout: 1000 });
    expect(check).toMatchObject({ id: 'metadata', detail: expect.stringContaining('no metadata was found') });
  });
});
