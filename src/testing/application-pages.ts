import type supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import type { Client, User } from '../oauth/ports.ts';
import { csrfTokenIn, signedIn } from './owner.ts';
import { aClient, aUser } from './records.ts';
import type { TestServer } from './server.ts';

type Fields = Record<string, string | readonly string[] | undefined>;

/** The form of a new application, filled in. */
export const filledIn = {
  client_name: 'Garden planner',
  client_uri: 'https://garden.example/',
  redirect_uris: ['https://garden.example/callback'],
  scope: ['profile', 'event:write'],
} satisfies Fields;

/** Posts a form of this server's pages; a list is a field that comes more than once, `undefined` is left out. */
export async function submit(
  browser: TestAgent,
  path: string,
  fields: Fields = {},
): Promise<supertest.Response> {
  const body = new URLSearchParams({ csrf_token: csrfTokenIn((await browser.get('/')).text) });
  for (const [name, values] of Object.entries(fields))
    for (const value of [values ?? []].flat()) body.append(name, value);
  return await browser.post(path).type('form').send(body.toString());
}

/** The secret that a page or an answer shows, if any. */
export function secretIn(text: string): string | undefined {
  return /cgs_[\w-]{43}/.exec(text)?.[0];
}

/** Another user, with the password of everybody in the tests, and their browser. */
export async function another(
  server: TestServer,
  changes: Partial<User> = {},
): Promise<{ user: User; browser: TestAgent }> {
  const user = aUser({ password_hash: server.cast.owner.password_hash, ...changes });
  await server.store.users.add(user);
  return { user, browser: await signedIn(server, user.username) };
}

/** A client of that user, added behind the pages' back. */
export async function owned(
  server: TestServer,
  user: User | null,
  changes: Partial<Client> = {},
): Promise<Client> {
  const { client_secret_hash } = server.cast.confidential;
  const client = aClient({ owner_id: user?.id ?? null, client_secret_hash, ...changes });
  await server.store.clients.add(client);
  return client;
}
