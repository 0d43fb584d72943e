import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TargetOwner } from '../target/target.ts';
import { formDriver } from './form-driver.ts';
import { Transport } from './transport.ts';
import { UserAgent } from './user-agent.ts';

let server: Server;
let base: string;
let sessions: Set<string>;
let signIns: number;
/** The cookies of each authorization request. */
let seen: string[];
const transport = new Transport({ timeout: 2000, concurrency: 8, rate: null, verify_certificates: true });
const owner: TargetOwner = {
  ...{ username: 'alice', password: 'pw', driver: 'form', signs_in: true, can_deny: true },
  ...{ headers: {}, command: [], recipe: {} },
};

beforeAll(async () => {
  server = createServer(
    (request, response) => void request.resume().once('end', () => serve(request, response)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  sessions = new Set();
  signIns = 0;
  seen = [];
});

afterAll(() => {
  transport.close();
  server.close();
});

/** Renews the session at every authorization, and forgets the former one, as oidc-provider does. */
function serve({ url = '', headers, method }: IncomingMessage, response: ServerResponse): void {
  const [, session = ''] = /session=([^;]+)/.exec(headers.cookie ?? '') ?? [];
  if (method === 'GET') seen.push(headers.cookie ?? '');
  if (method === 'POST') signIns += 1;
  if (method === 'GET' && !sessions.delete(session)) {
    const page =
      '<form method=post><input name=user><input type=password name=p><button>Sign in</button></form>';
    return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  }
  const renewed = randomUUID();
  sessions.add(renewed);
  const isOut = url.includes('sign-out');
  const cookies = [isOut ? 'session=; Max-Age=0' : `session=${renewed}; Path=/`, 'pending=1; Path=/'];
  // What the sign-in itself sets is part of the session; what comes later is part of one request.
  const location = 'https://app.example/callback?code=1';
  response
    .writeHead(302, { location, 'set-cookie': method === 'POST' ? cookies.slice(0, 1) : cookies })
    .end();
}

const errand = { redirect_uri: 'https://app.example/callback', intent: 'approve' } as const;
const draft = (path: string) => ({ method: 'GET', url: base + path, query: [], headers: [], body: null });

async function signedIn(): Promise<UserAgent> {
  const agent = new UserAgent(transport, formDriver(owner), new Set([base]), []);
  await agent.travel(draft('/authorize'), errand);
  expect(signIns).toBe(1);
  return agent;
}

describe('a session that is renewed at every authorization', () => {
  test('is signed in to once, however many journeys follow each other', async () => {
    const agent = await signedIn();
    for (let round = 0; round < 10; round += 1) {
      const { landing } = await agent.clone().travel(draft('/authorize'), errand);
      expect(landing.at).toBe('callback');
    }
    expect(signIns).toBe(1);
  });

  test('is signed in to once for each journey at a time', async () => {
    const agent = await signedIn();
    const lane = async () => {
      for (let round = 0; round < 10; round += 1) await agent.clone().travel(draft('/authorize'), errand);
    };
    await Promise.all(Array.from({ length: 4 }, lane));
    expect(signIns).toBeLessThanOrEqual(4);
  });

  test('hands on no cookie that a journey has added', async () => {
    const agent = await signedIn();
    for (let round = 0; round < 3; round += 1) await agent.clone().travel(draft('/authorize'), errand);
    expect(seen.slice(1).every((cookie) => /^session=[^;]+$/.test(cookie))).toBe(true);
  });

  test('is not handed on where the server took it away', async () => {
    const agent = await signedIn();
    await agent.clone().travel(draft('/sign-out'), errand);
    await agent.clone().travel(draft('/authorize'), errand);
    expect(seen.at(-1)).toMatch(/^session=/);
  });

  test('is nothing that a fresh browser has', async () => {
    const agent = await signedIn();
    await agent.clone().fresh().travel(draft('/authorize'), errand);
    expect(seen.at(-1)).toBe('');
  });
});
