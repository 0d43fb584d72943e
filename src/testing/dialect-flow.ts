import supertest from 'supertest';
import type { Client } from '../oauth/ports.ts';
import { secrets } from '../secrets/secrets.ts';
import { PlainBrowser, type Filling } from './plain-browser.ts';
import { aClient } from './records.ts';
import { clientSecret, password, type TestServer } from './server.ts';

/** A confidential client as an administrator registers it, with `clientSecret` for its secret. */
export async function addClient({ store, cast }: TestServer, changes: Partial<Client>): Promise<void> {
  const { scope } = cast.confidential;
  const client_secret_hash = secrets.hash(clientSecret);
  await store.clients.add(aClient({ scope, client_secret_hash, ...changes }));
}

/** Opens an address as a document prints it, signs in with user name and password, and is shown the consent page. */
export async function openConsent({ url }: TestServer, target: string): Promise<PlainBrowser> {
  const browser = await new PlainBrowser(url).open(url + target);
  return await browser.submit({ username: 'ada', password });
}

/** Where the owner's decision leads, as the `Location` says it. */
export async function decideAt(
  server: TestServer,
  target: string,
  decision: 'approve' | 'deny' = 'approve',
  filling: Filling = {},
): Promise<string> {
  const consent = await openConsent(server, target);
  return (await consent.submit(filling, decision)).location ?? '';
}

/** A request with a body as it is printed, to the letter. */
export function sendForm({ url }: Pick<TestServer, 'url'>, target: string, body: string): supertest.Test {
  return supertest(url).post(target).type('form').send(body);
}
