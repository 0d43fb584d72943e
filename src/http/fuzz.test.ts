import { Agent, request } from 'node:http';
import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { operations, type OperationId } from '../../generated/operations.ts';
import { dialects } from '../dialects/enabled.ts';
import { violations } from '../testing/contract-observer.ts';
import { contractRequests, type Keys, type WireRequest } from '../testing/contract-requests.ts';
import { databases } from '../testing/databases.ts';
import { challenge, csrfTokenIn, plantCode, verifier } from '../testing/owner.ts';
import { aClient, anEvent } from '../testing/records.ts';
import { clientSecret, password, testServer, type TestServer } from '../testing/server.ts';
import { plantTokens } from '../testing/token-client.ts';

const seed = process.env['FUZZ_SEED'] === undefined ? 20_261_121 : Number(process.env['FUZZ_SEED']);
const perRun = 10;

const ours = (Object.keys(operations) as OperationId[]).filter(
  (id) => operations[id]['x-dialect'] === undefined,
);

describe.each([...databases])('requests made from the contract, on $name', ({ create }) => {
  // A sign-out among the requests, or a deletion, is not to close the door for those after it.
  const server = testServer({
    create,
    change: ({ sessions, clients, grants }) => ({
      sessions: { ...sessions, remove: () => Promise.resolve() },
      clients: { ...clients, remove: () => Promise.resolve(true) },
      grants: { ...grants, revokeAll: () => Promise.resolve() },
    }),
  });

  it('answers 10,000 of them within the contract, none with a 5xx', { timeout: 120_000 }, async () => {
    expect(await bombard(server, contractRequests(await keysTo(server), ours), 10_000)).toBe(10_000);
  });
});

describe.each([[['gancio', 'ghost', 'gitshare']], [['gocd']], [['metamaps']]] as const)(
  'requests made from the contract, in the dialects %s',
  (names) => {
    const server = testServer({ dialects: names });
    const ids = [...new Set(names.flatMap((name) => dialects[name].governs))];

    it('answers 1,500 of them within the contract, none with a 5xx', { timeout: 120_000 }, async () => {
      const plain = contractRequests(await keysTo(server), ids);
      const requests = fc.tuple(plain, fc.nat(9)).map(([wire, nth]) => asDialectsDo(wire, nth));
      expect(await bombard(server, requests, 1500)).toBe(1500);
    });
  },
);

/** Some with a slash at the end of the path, some with what is in the form in the URL instead. */
function asDialectsDo(wire: WireRequest, nth: number): WireRequest {
  const [path = '', query = ''] = wire.target.split('?');
  if (nth === 0) return { ...wire, target: `${path}/?${query}` };
  if (nth > 3) return wire;
  const { 'content-type': _, ...headers } = wire.headers;
  const target = `${path}?${query}&${wire.body.replaceAll(/[^!-~]/g, '')}`;
  return nth === 1 ? { ...wire, target } : { ...wire, target, headers, body: '' };
}

/** Sends so many, a few at a time, and returns their number if each was answered as the contract has it. */
async function bombard(
  server: TestServer,
  requests: fc.Arbitrary<WireRequest>,
  count: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: perRun });
  let sent = 0;
  const property = fc.asyncProperty(
    fc.array(requests, { minLength: perRun, maxLength: perRun }),
    async (batch) => {
      const statuses = await Promise.all(batch.map((wire) => send(server.url, wire, agent)));
      sent += statuses.length;
      expect([violations.splice(0), statuses.filter((status) => status >= 500)]).toEqual([[], []]);
    },
  );
  await fc.assert(property, { seed, numRuns: count / perRun });
  agent.destroy();
  return sent;
}

/** What is right for each parameter, so that many of the requests get through. */
async function keysTo(server: TestServer): Promise<Keys> {
  const scope =
    'profile event:read event:write tokens:read tokens:revoke applications:read applications:write';
  const mine = aClient({ client_name: 'Mine', owner_id: server.cast.owner.id });
  const public_ = aClient({ client_secret_hash: null, owner_id: server.cast.owner.id });
  for (const client of [mine, public_]) await server.store.clients.add(client);
  const tokens = await plantTokens(server, { scope });
  const narrow = await plantTokens(server, { scope: 'event:read' });
  const ended = await plantTokens(server);
  const cookie = await sessionCookie(server);
  const { text } = await supertest(server.url).get('/logout').set('cookie', cookie);
  const event = anEvent(server.cast.owner);
  await server.store.events.add(event);
  const codes = await Promise.all([1, 2, 3].map(() => plantCode(server)));
  const basic = Buffer.from(`confidential:${clientSecret}`).toString('base64');
  return {
    client_id: ['confidential', 'public', 'out-of-band', mine.client_id, public_.client_id],
    client_secret: [clientSecret],
    redirect_uri: [
      'https://app.example/callback',
      'http://127.0.0.1:9/callback',
      'urn:ietf:wg:oauth:2.0:oob',
    ],
    redirect_uris: ['https://app.example/callback', 'com.example.app:/cb'],
    response_type: ['code'],
    response_mode: ['query', 'fragment', 'form_post'],
    scope: ['profile', 'profile event:write'],
    scope_granted: ['profile', 'event:write'],
    decision: ['approve', 'deny'],
    agreed: ['yes'],
    scopes: ['event:write'],
    website: ['https://app.example/'],
    grant_type: ['authorization_code', 'refresh_token', 'authorization-code'],
    code: codes,
    code_verifier: [verifier],
    refresh_token: [narrow.refresh_token],
    token: [narrow.access_token, ended.access_token, ended.refresh_token],
    access_token: [tokens.access_token],
    username: ['ada'],
    password: [password],
    csrf_token: [csrfTokenIn(text)],
    authorization: [
      ...[`Bearer ${tokens.access_token}`, `Bearer ${narrow.access_token}`, `Basic ${basic}`],
      `Token token="${tokens.access_token}"`,
    ],
    cookie: [cookie],
    id: [event.id, '69202b1f3c0a5d7e9b8f1a2c4d6e8f00'],
    title: ['Harvest festival'],
    place: ['Old mill'],
    description: ['Bring a lamp'],
    client_name: ['Calendar'],
    client_uri: ['https://app.example/'],
    client_type: ['confidential', 'public'],
    out_of_band: ['yes'],
    overlap: ['0', '86400'],
    done: ['saved', 'deleted', 'revoked', 'all_revoked'],
    after: [mine.client_id],
    state: ['xyz'],
    code_challenge: [challenge],
    code_challenge_method: ['S256'],
    return_to: ['/'],
    starts_at: ['2027-09-18T14:00:00+02:00'],
  };
}

async function sessionCookie(server: TestServer): Promise<string> {
  const form = await supertest(server.url).get('/login');
  const cookieOf = (answer: supertest.Response) => String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const answer = await supertest(server.url)
    .post('/login')
    .set('cookie', cookieOf(form))
    .type('form')
    .send({ username: 'ada', password, csrf_token: csrfTokenIn(form.text) });
  return cookieOf(answer);
}

function send(url: string, { method, target, headers, body }: WireRequest, agent: Agent): Promise<number> {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const sent = Object.entries(headers).filter(([, value]) => value !== '');
  // Node leaves the body of an OPTIONS request without a length, and the server would read it as the next request.
  if (hasBody) sent.push(['content-length', String(Buffer.byteLength(body))]);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}/`,
      { method, path: target, agent, headers: Object.fromEntries(sent) },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(hasBody ? body : undefined);
  });
}
