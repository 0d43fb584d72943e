import { Agent, request } from 'node:http';
import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { violations } from '../testing/contract-observer.ts';
import { contractRequests, type Keys, type WireRequest } from '../testing/contract-requests.ts';
import { databases } from '../testing/databases.ts';
import { challenge, csrfTokenIn, obtainTokens, plantCode, verifier } from '../testing/owner.ts';
import { anEvent } from '../testing/records.ts';
import { clientSecret, password, testServer, type TestServer } from '../testing/server.ts';

const seed = process.env['FUZZ_SEED'] === undefined ? 20_261_121 : Number(process.env['FUZZ_SEED']);
const perRun = 10;

describe.each([...databases])('requests made from the contract, on $name', ({ create }) => {
  // A sign-out among the requests is not to close the door for those after it.
  const server = testServer({
    create,
    change: ({ sessions }) => ({ sessions: { ...sessions, remove: () => Promise.resolve() } }),
  });

  it('answers 10,000 of them within the contract, none with a 5xx', { timeout: 120_000 }, async () => {
    const keys = await keysTo(server);
    const agent = new Agent({ keepAlive: true, maxSockets: perRun });
    let sent = 0;
    const property = fc.asyncProperty(
      fc.array(contractRequests(keys), { minLength: perRun, maxLength: perRun }),
      async (requests) => {
        const statuses = await Promise.all(requests.map((wire) => send(server.url, wire, agent)));
        sent += statuses.length;
        expect([violations.splice(0), statuses.filter((status) => status >= 500)]).toEqual([[], []]);
      },
    );
    await fc.assert(property, { seed, numRuns: 10_000 / perRun });
    agent.destroy();
    expect(sent).toBe(10_000);
  });
});

/** What is right for each parameter, so that many of the requests get through. */
async function keysTo(server: TestServer): Promise<Keys> {
  const scope = 'profile event:read event:write tokens:read tokens:revoke';
  const tokens = await obtainTokens(server, { scope });
  const narrow = await obtainTokens(server, { scope: 'event:read' });
  const ended = await obtainTokens(server);
  const cookie = await sessionCookie(server);
  const { text } = await supertest(server.url).get('/logout').set('cookie', cookie);
  const event = anEvent(server.cast.owner);
  await server.store.events.add(event);
  const codes = await Promise.all([1, 2, 3].map(() => plantCode(server)));
  const basic = Buffer.from(`confidential:${clientSecret}`).toString('base64');
  return {
    client_id: ['confidential', 'public', 'out-of-band'],
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
    grant_type: ['authorization_code', 'refresh_token'],
    code: codes,
    code_verifier: [verifier],
    refresh_token: [narrow.refresh_token],
    token: [narrow.access_token, ended.access_token, ended.refresh_token],
    access_token: [tokens.access_token],
    username: ['ada'],
    password: [password],
    csrf_token: [csrfTokenIn(text)],
    authorization: [`Bearer ${tokens.access_token}`, `Bearer ${narrow.access_token}`, `Basic ${basic}`],
    cookie: [cookie],
    id: [event.id, '69202b1f3c0a5d7e9b8f1a2c4d6e8f00'],
    title: ['Harvest festival'],
    place: ['Old mill'],
    description: ['Bring a lamp'],
    client_name: ['Calendar'],
    client_uri: ['https://app.example/'],
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
