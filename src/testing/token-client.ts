import supertest from 'supertest';
import { accessTokenRequest, plantCode, type Parameters, type Tokens } from './owner.ts';
import { clientSecret, type TestServer } from './server.ts';

/** Something that answers at a URL: a test server, or another instance on its database. */
export type Endpoint = Pick<TestServer, 'url'>;

/** The header of a client that authenticates by Basic; both halves as they are, so already form-encoded. */
export function basic(client_id: string, client_secret: string): string {
  return `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
}

/** Posts a form; a parameter that is `undefined` is left out. */
export function postForm(
  { url }: Endpoint,
  path: string,
  parameters: Parameters,
  headers: Record<string, string> = {},
): supertest.Test {
  const sent = Object.entries(parameters).filter(([, value]) => value !== undefined) as [string, string][];
  const body = new URLSearchParams(sent).toString();
  return supertest(url).post(path).set(headers).type('form').send(body);
}

/** An exchange of the code by the confidential client, with changes. */
export function exchange(server: Endpoint, code: string, changes: Parameters = {}): supertest.Test {
  return postForm(server, '/oauth/token', accessTokenRequest(code, changes));
}

/** The credentials of the confidential client, in the body. */
export const credentials = { client_id: 'confidential', client_secret: clientSecret };

/** A refresh by the confidential client, with changes. */
export function refresh(
  server: Endpoint,
  refresh_token: string | undefined,
  changes: Parameters = {},
): supertest.Test {
  const request = { grant_type: 'refresh_token', refresh_token, ...credentials, ...changes };
  return postForm(server, '/oauth/token', request);
}

export function revoke(server: Endpoint, token: string, changes: Parameters = {}): supertest.Test {
  return postForm(server, '/oauth/revoke', { token, ...credentials, ...changes });
}

/** The answer of the introspection endpoint to the confidential client. */
export async function introspect(server: Endpoint, token: string): Promise<Record<string, unknown>> {
  const answer = await postForm(server, '/oauth/introspect', { token, ...credentials }).expect(200);
  return answer.body as Record<string, unknown>;
}

/** What introspection says of each of them. */
export async function whichAreActive(server: Endpoint, ...tokens: string[]): Promise<unknown[]> {
  return await Promise.all(tokens.map(async (token) => (await introspect(server, token)).active));
}

/** The resource, opened with the token. */
export function getMe({ url }: Endpoint, access_token: string): supertest.Test {
  return supertest(url).get('/api/me').set('Authorization', `Bearer ${access_token}`);
}

/** Tokens of a planted code, where the way to it is not what the test is about. */
export async function plantTokens(server: TestServer, changes: object = {}): Promise<Tokens> {
  const answer = await exchange(server, await plantCode(server, changes)).expect(200);
  return answer.body as Tokens;
}

/** Status and wire code of a refusal, to be compared at once. */
export function refusalOf(answer: supertest.Response): [status: number, error: unknown] {
  return [answer.status, (answer.body as { error?: unknown }).error];
}
