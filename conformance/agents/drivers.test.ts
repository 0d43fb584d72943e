import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openWorld, signIn } from '../run/open-world.ts';
import { completeTarget } from '../target/complete-target.ts';
import { nothingFound } from '../target/discover.ts';
import type { TargetSettings } from '../target/settings.ts';

const opened: (() => void)[] = [];
afterEach(() => opened.splice(0).forEach((close) => close()));

/** Sends whoever has the cookie to a page with two buttons, and everybody else to a sign-in form. */
async function start(): Promise<string> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server');
    const to = (query: string) =>
      response.writeHead(302, { location: `https://client.example/callback?${query}` }).end();
    if (url.pathname === '/yes') return void to('code=c');
    if (url.pathname === '/no') return void to('error=access_denied');
    response.setHeader('content-type', 'text/html');
    const isSignedIn = request.headers.cookie === 'session=1';
    response.end(
      isSignedIn
        ? '<form action="/yes"><button>Allow</button></form><form action="/no"><button>Deny</button></form>'
        : '<form><input name="username"><input type="password" name="password"><button>Sign in</button></form>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function landingOf(owner: TargetSettings['owner'] & object, intent: 'approve' | 'deny') {
  const origin = await start();
  const settings: TargetSettings = {
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    clients: { confidential: { client_id: 'a', client_secret: 'b' } },
    owner,
    timeout: 1000,
  };
  const world = openWorld(completeTarget(settings, nothingFound, []));
  opened.push(() => world.transport.close());
  return (await signIn(world, intent)).landing;
}

/** A program for the `command` driver. */
const program = (script: string) => [process.execPath, '-e', script, '--'];
const callback = 'https://client.example/callback';

test('the headers driver is signed in by a cookie, and answers the consent page', async () => {
  const owner = { driver: 'headers', headers: { cookie: 'session=1' } } as const;
  expect(await landingOf(owner, 'approve')).toMatchObject({ at: 'callback', query: [['code', 'c']] });
  expect(await landingOf(owner, 'deny')).toMatchObject({
    at: 'callback',
    query: [['error', 'access_denied']],
  });
});

test('the headers driver says that its headers do not sign in', async () => {
  const landing = await landingOf({ driver: 'headers', headers: { cookie: 'session=0' } }, 'approve');
  expect(landing).toMatchObject({ at: 'nowhere', reason: expect.stringContaining('owner.headers') });
});

test('the command driver hands over the URL and the intent, and takes the last line for the landing', async () => {
  const script = `console.log('working'); const asked = new URL(process.argv.at(-1));
    console.log('${callback}?' + process.env.CODEGRANT_INTENT + '=' + asked.searchParams.get('client_id'))`;
  const landing = await landingOf({ driver: 'command', command: program(script) }, 'deny');
  expect(landing).toMatchObject({ at: 'callback', query: [['deny', 'a']] });
});

test.each([
  ['ends with a status', 'process.exit(3)', 'owner.command ended with status 3'],
  ['prints no URL', 'console.log("done")', 'owner.command printed no URL as its last line'],
])('a command that %s leads nowhere', async (_what, script, reason) => {
  expect(await landingOf({ driver: 'command', command: program(script) }, 'approve')).toEqual({
    at: 'nowhere',
    reason,
  });
});

test('a command that does not exist leads nowhere', async () => {
  const landing = await landingOf({ driver: 'command', command: ['/no/such/program'] }, 'approve');
  expect(landing).toMatchObject({ at: 'nowhere', reason: expect.stringContaining('does not start') });
});

test('the driver none touches no page', async () => {
  expect(await landingOf({ driver: 'none' }, 'approve')).toMatchObject({ at: 'page', status: 200 });
});
