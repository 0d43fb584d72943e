import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { secrets } from '../secrets/secrets.ts';
import { clientSecret, password, type TestServer } from './server.ts';

export type Parameters = Record<string, string | undefined>;

/** The PKCE pair of RFC 7636 appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** A valid authorization request of the confidential client, with changes; `undefined` leaves a parameter out. */
export function authorizationRequest(changes: Parameters = {}): Record<string, string> {
  const request = {
    response_type: 'code',
    client_id: 'confidential',
    redirect_uri: 'https://app.example/callback',
    scope: 'profile event:write',
    state: 'a state',
    ...changes,
  };
  return sent(request);
}

/** A valid exchange of a code of the confidential client, with changes. */
export function accessTokenRequest(code: string, changes: Parameters = {}): Record<string, string> {
  return sent({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'https://app.example/callback',
    client_id: 'confidential',
    client_secret: clientSecret,
    ...changes,
  });
}

function sent(parameters: Parameters): Record<string, string> {
  const entries = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

/** A browser in which the owner is signed in. */
export async function signedIn(server: TestServer, username = 'ada'): Promise<TestAgent> {
  const browser = supertest.agent(server.url);
  const { text } = await browser.get('/login');
  await browser
    .post('/login')
    .type('form')
    .send({ username, password, csrf_token: csrfTokenIn(text) })
    .expect(303);
  return browser;
}

export function csrfTokenIn(html: string): string {
  return /name="csrf_token" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** Shows the consent page of a valid request and answers it. */
export async function decide(
  browser: TestAgent,
  parameters: Record<string, string>,
  decision: 'approve' | 'deny',
  ticked: string[] = (parameters.scope ?? 'profile').split(' '),
): Promise<supertest.Response> {
  const page = await browser.get('/oauth/authorize').query(parameters);
  const body = new URLSearchParams({ ...parameters, decision, csrf_token: csrfTokenIn(page.text) });
  for (const token of ticked) body.append('scope_granted', token);
  return await browser.post('/oauth/authorize/decision').type('form').send(body.toString());
}

/** The code of an approved request. */
export async function obtainCode(server: TestServer, changes: Parameters = {}): Promise<string> {
  const browser = await signedIn(server);
  const answer = await decide(browser, authorizationRequest(changes), 'approve');
  return new URL(answer.headers.location as string).searchParams.get('code') as string;
}

/** The answer to an exchange of a fresh code. */
export async function obtainTokens(server: TestServer, changes: Parameters = {}): Promise<Tokens> {
  const code = await obtainCode(server, changes);
  const exchange = accessTokenRequest(code, {
    redirect_uri: changes.redirect_uri ?? 'https://app.example/callback',
    client_id: changes.client_id ?? 'confidential',
    ...(changes.client_id === 'public' ? { client_secret: undefined, code_verifier: verifier } : {}),
  });
  const answer = await supertest(server.url).post('/oauth/token').type('form').send(exchange).expect(200);
  return answer.body as Tokens;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  token_type: string;
  expires_in: number;
  scope: string;
}

/** Puts a code straight into the store, where the way to it is not what the test is about. */
export async function plantCode(server: TestServer, changes: object = {}): Promise<string> {
  const id = secrets.newId(server.clock.now);
  const code = `cgc_${id}.${secrets.newSecret()}`;
  await server.store.grants.add({
    id,
    client_id: 'confidential',
    user_id: server.cast.owner.id,
    scope: 'profile event:write',
    redirect_uri: 'https://app.example/callback',
    redirect_uri_sent: true,
    code_hash: secrets.hash(code),
    code_challenge: null,
    code_expires_at: server.clock.now + 60,
    created_at: server.clock.now,
    expires_at: server.clock.now + 60,
    ...changes,
  });
  return code;
}
