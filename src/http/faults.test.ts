import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { operations, type OperationId } from '../../generated/operations.ts';
import type { World } from '../app.ts';
import {
  authorizationRequest,
  challenge,
  csrfTokenIn,
  decide,
  signedIn as signIn,
} from '../testing/owner.ts';
import { metadata } from '../testing/registration-client.ts';
import { testServer } from '../testing/server.ts';

const marker = 'the disk of db-7 is full';

/** The port, broken: every method of it rejects, and tells something that is nobody's business. */
function broken<Port extends object>(port: Port): Port {
  const fail = async () => {
    throw new Error(marker);
  };
  return Object.fromEntries(Object.keys(port).map((method) => [method, fail])) as Port;
}

function breakStore({ clients, grants, users, sessions, events, throttle }: World): Partial<World> {
  return {
    clients: broken(clients),
    grants: broken(grants),
    users: broken(users),
    sessions: broken(sessions),
    events: broken(events),
    throttle: broken(throttle),
    isReady: async () => false,
  };
}

const secret = 'A'.repeat(43);
const id = '0'.repeat(32);
const bearer = { Authorization: `Bearer cga_${id}.${secret}` };
const registration = { Authorization: `Bearer cgm_${secret}` };
const signedIn = { Cookie: `codegrant_session=${secret}` };
const request = { response_type: 'code', client_id: 'public', code_challenge: challenge };
const client = { client_id: 'confidential', client_secret: 'x' };
const event = { title: 'x', starts_at: '2027-09-18T14:00:00Z' };
const application = { client_name: 'x', redirect_uris: ['https://app.example/callback'], scope: 'profile' };

interface Sent {
  path?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  form?: Record<string, string>;
  json?: object;
}

/** For each operation that documents 500, a request that gets as far as the store. */
const requests: Partial<Record<OperationId, Sent>> = {
  showHome: { headers: signedIn },
  authorize: { query: request },
  authorizeByForm: { form: request },
  decideConsent: { form: { ...request, decision: 'approve' } },
  showLogin: { headers: signedIn },
  login: { form: { username: 'ada', password: 'x' } },
  showLogout: { headers: signedIn },
  logout: { form: {} },
  issueToken: { form: { grant_type: 'authorization_code', code: 'x', ...client } },
  revokeToken: { form: { token: 'x', ...client } },
  introspectToken: { form: { token: 'x', ...client } },
  registerClient: { json: metadata },
  readClient: { path: '/oauth/register/x', headers: registration },
  updateClient: {
    path: '/oauth/register/x',
    headers: registration,
    json: { ...metadata, client_id: 'x' },
  },
  deleteClient: { path: '/oauth/register/x', headers: registration },
  getMe: { headers: bearer },
  listEvents: { headers: bearer },
  addEvent: { headers: bearer, json: event },
  readEvent: { path: '/api/events/x', headers: bearer },
  updateEvent: { path: '/api/events/x', headers: bearer, json: event },
  deleteEvent: { path: '/api/events/x', headers: bearer },
  listMyTokens: { headers: bearer },
  revokeMyToken: { path: '/api/my_tokens/x', headers: bearer },
  revokeMyTokens: { headers: bearer },
  listApplications: { headers: signedIn },
  newApplication: { headers: signedIn },
  addApplication: { form: {} },
  showApplication: { path: '/oauth/applications/x', headers: signedIn },
  editApplication: { path: '/oauth/applications/x/edit', headers: signedIn },
  updateApplication: { path: '/oauth/applications/x', form: {} },
  confirmDeleteApplication: { path: '/oauth/applications/x/delete', headers: signedIn },
  deleteApplication: { path: '/oauth/applications/x/delete', form: {} },
  rotateApplicationSecret: { path: '/oauth/applications/x/secret', form: {} },
  listAuthorizedApplications: { headers: signedIn },
  revokeAuthorizedApplication: { path: '/oauth/authorized_applications/x/revoke', form: {} },
  revokeAllAuthorizedApplications: { form: {} },
  listApplicationsJson: { headers: bearer },
  addApplicationJson: { headers: bearer, json: application },
  readApplicationJson: { path: '/api/applications/x', headers: bearer },
  updateApplicationJson: { path: '/api/applications/x', headers: bearer, json: application },
  deleteApplicationJson: { path: '/api/applications/x', headers: bearer },
  rotateApplicationSecretJson: { path: '/api/applications/x/secret', headers: bearer, json: {} },
  gancioRegister: { form: { redirect_uris: 'https://app.example/callback' } },
  gancioAuthorize: { query: request },
  gancioDecide: { form: { ...request, decision: 'approve' } },
  ghostAuthorize: { query: request },
  ghostDecide: { form: { ...request, decision: 'approve' } },
  ghostToken: { form: { grant_type: 'authorization_code', code: 'x', ...client } },
  gitshareAuthorize: { query: request },
  gitshareDecide: { form: { ...request, decision: 'approve' } },
  gitshareToken: { form: { code: 'x', ...client } },
  gocdToken: { form: { grant_type: 'authorization-code', code: 'x', ...client } },
  gocdGadgets: { headers: bearer },
};

const fallible = (Object.keys(operations) as OperationId[]).filter((operation) =>
  operations[operation].responseStatuses.includes(500),
);

describe('a server whose store fails', () => {
  const plain = testServer({ change: breakStore, dialects: ['gancio', 'ghost', 'gitshare'] });
  const gocd = testServer({ change: breakStore, dialects: ['gocd'] });
  const serverOf = (id: OperationId) => (operations[id]['x-dialect'] === 'gocd' ? gocd : plain);

  async function send(operation: OperationId): Promise<supertest.Response> {
    const { method, path } = operations[operation];
    const { query = {}, headers = {}, form, json, path: filled = path } = requests[operation] as Sent;
    const browser = supertest.agent(serverOf(operation).url);
    const sent = browser[method as 'get' | 'post' | 'put' | 'delete'](filled).query(query).set(headers);
    if (json !== undefined) return await sent.send(json);
    if (form === undefined) return await sent;
    // The sign-in page needs no store, and its token is good for every form of that browser.
    const csrf_token = csrfTokenIn((await browser.get('/login')).text);
    return await browser
      .post(filled)
      .type('form')
      .send({ csrf_token, ...form });
  }

  it.each(fallible)(
    'answers %s with 500 in the form of its endpoint, and tells nothing',
    async (operation) => {
      const answer = await send(operation);
      const requestId = answer.headers['x-request-id'] as string;
      expect([answer.status, requestId]).toEqual([500, expect.stringMatching(/^[\w-]{20,}$/)]);
      expect(JSON.stringify([answer.text, answer.headers])).not.toMatch(/disk|db-7|Error:|\.ts\b/);
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
      const speaksHtml = ['page', 'handler'].includes(operations[operation]['x-codegrant-complaints'] ?? '');
      if (speaksHtml) {
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(answer.text).toContain(requestId);
      } else {
        expect(answer.body.error).toBe('server_error');
        expect(Object.keys(answer.body as object).sort()).toEqual([
          'error',
          'error_description',
          'error_uri',
        ]);
      }
    },
  );

  it.each(fallible)('logs the fault of %s once, under the id of its answer', async (operation) => {
    const { log } = serverOf(operation);
    log.splice(0);
    const answer = await send(operation);
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const faults = lines.filter((line) => 'err' in line);
    expect(faults).toEqual([
      expect.objectContaining({
        level: 'error',
        request_id: answer.headers['x-request-id'],
        err: expect.objectContaining({ message: marker }),
      }),
    ]);
    expect(lines.at(-1)).toMatchObject({ operation, status: 500, reason: 'fault', level: 'error' });
  });

  it('has a request here for every operation that documents a fault, and for no other', () => {
    expect(Object.keys(requests).sort()).toEqual([...fallible].sort());
  });

  it('says at /readyz that it is not ready, which is no fault', async () => {
    plain.log.splice(0);
    const answer = await supertest(plain.url).get('/readyz');
    expect([answer.status, answer.body.error]).toEqual([503, 'temporarily_unavailable']);
    expect(plain.log.filter((line) => line.includes('"err"'))).toEqual([]);
  });

  it.each((Object.keys(operations) as OperationId[]).filter((operation) => !fallible.includes(operation)))(
    'needs no store for %s',
    async (operation) => {
      const { method, path } = operations[operation];
      const answer = await supertest(plain.url)[method as 'get'](path);
      expect(answer.status).not.toBe(500);
    },
  );

  it('answers the next request', async () => {
    await send('issueToken');
    await supertest(plain.url).get('/healthz').expect(200);
  });
});

describe('a fault after the redirect URI was verified', () => {
  const server = testServer({ change: ({ grants }) => ({ grants: broken(grants) }) });

  it('travels to the client as server_error with its state, and stands once in the log', async () => {
    const browser = await signIn(server);
    const answer = await decide(browser, authorizationRequest(), 'approve');
    const { searchParams } = new URL(String(answer.headers.location));
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['server_error', 'a state']);
    expect(String(answer.headers.location)).not.toContain('disk');
    expect(server.log.filter((line) => line.includes(marker))).toHaveLength(1);
  });
});
