import supertest from 'supertest';
import type { Endpoint } from './token-client.ts';

/** What a registration answers, as far as tests read it. */
export interface Registered {
  client_id: string;
  client_secret: string;
  registration_access_token: string;
}

export const metadata = {
  client_name: 'Garden planner',
  redirect_uris: ['https://app.example/callback'],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'profile event:write',
};

/** Registers a client with that metadata and changes to it; `undefined` leaves a member out. */
export function register({ url }: Endpoint, changes: object = {}): supertest.Test {
  return supertest(url)
    .post('/oauth/register')
    .send({ ...metadata, ...changes });
}

export async function registered(server: Endpoint, changes: object = {}): Promise<Registered> {
  return (await register(server, changes).expect(201)).body as Registered;
}

/** A request to the client's configuration endpoint, RFC 7592 §2. */
export function manage(
  { url }: Endpoint,
  method: 'get' | 'put' | 'delete',
  client_id: string,
  token: string,
): supertest.Test {
  return supertest(url)[method](`/oauth/register/${client_id}`).set('Authorization', `Bearer ${token}`);
}
