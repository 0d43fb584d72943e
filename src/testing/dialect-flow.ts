import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import type { DialectName } from '../dialects/dialect.ts';
import type { Client } from '../oauth/ports.ts';
import { secrets } from '../secrets/secrets.ts';
import { csrfTokenIn } from './owner.ts';
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

/** Where a dialect's clients go; those without paths of their own go to this server's. */
export const endpointsOf: Readonly<Record<DialectName, { authorize: string; token: string }>> = {
  gancio: { authorize: '/authorize', token: '/oauth/token' },
  ghost: { authorize: '/ghost/authorize', token: '/token' },
  gitshare: { authorize: '/oauth2/authorize/', token: '/oauth2/token/' },
  gocd: { authorize: '/oauth/authorize', token: '/go/oauth/token' },
  metamaps: { authorize: '/oauth/authorize', token: '/oauth/token' },
};

/** The answer of the consent page that stands beside this authorization endpoint, everything ticked. */
export async function answerConsent(
  browser: TestAgent,
  authorize: string,
  parameters: Record<string, string>,
  decision: 'approve' | 'deny',
): Promise<supertest.Response> {
  const page = await browser.get(authorize).query(parameters);
  const body = new URLSearchParams({
    ...parameters,
    decision,
    agreed: 'yes',
    csrf_token: csrfTokenIn(page.text),
  });
  for (const token of (parameters.scope ?? 'profile').split(' ')) body.append('scope_granted', token);
  return await browser
    .post(`${authorize.replace(/\/$/, '')}/decision`)
    .type('form')
    .send(body.toString());
}

/** What a redirect brought to the client, in its query or in its fragment. */
export function broughtBy({ headers }: supertest.Response): Record<string, string> {
  const location = String(headers.location ?? '');
  return Object.fromEntries(new URLSearchParams(location.slice(location.search(/[?#]\w+=[^?#]*$/) + 1)));
}
