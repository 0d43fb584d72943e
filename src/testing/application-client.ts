import supertest from 'supertest';
import type { User } from '../oauth/ports.ts';
import { aUser } from './records.ts';
import type { TestServer } from './server.ts';
import { plantTokens } from './token-client.ts';

/** An application as JSON. */
export const input = {
  client_name: 'Garden planner',
  client_uri: 'https://garden.example/',
  redirect_uris: ['https://garden.example/callback', 'urn:ietf:wg:oauth:2.0:oob'],
  scope: 'profile event:write',
};

/** A user with a token for applications, and the requests that can be made with it. */
export async function manager(
  server: TestServer,
  changes: Partial<User> = {},
  scope = 'applications:read applications:write',
) {
  const user = aUser(changes);
  await server.store.users.add(user);
  const { access_token } = await plantTokens(server, { user_id: user.id, scope });
  const request = (method: 'get' | 'post' | 'put' | 'delete', below = '') =>
    supertest(server.url)[method](`/api/applications${below}`).set('Authorization', `Bearer ${access_token}`);
  return { user, access_token, request };
}
