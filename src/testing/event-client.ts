import supertest from 'supertest';
import { plantTokens, type Endpoint } from './token-client.ts';
import type { TestServer } from './server.ts';

export const festival = {
  title: 'Harvest festival',
  starts_at: '2027-09-18T14:00:00+02:00',
  place: 'Old mill',
  description: 'Bring a basket – and friends 🎉',
};

/** Requests to the events with one access token. */
export function eventClient({ url }: Endpoint, access_token: string) {
  const request = (method: 'get' | 'post' | 'put' | 'delete', path = '') =>
    supertest(url)[method](`/api/events${path}`).set('Authorization', `Bearer ${access_token}`);
  return {
    request,
    list: (query = {}) => request('get').query(query),
    add: (event: object = festival) => request('post').send(event),
    read: (id: string) => request('get', `/${id}`),
    replace: (id: string, event: object) => request('put', `/${id}`).send(event),
    remove: (id: string) => request('delete', `/${id}`),
  };
}

/** An owner's client with a token for that scope. */
export async function eventClientOf(
  server: TestServer,
  user_id = server.cast.owner.id,
  scope = 'event:read event:write',
) {
  const { access_token } = await plantTokens(server, { user_id, scope });
  return { ...eventClient(server, access_token), access_token };
}
