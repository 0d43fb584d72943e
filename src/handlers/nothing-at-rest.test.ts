import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { dumpDatabase } from '../testing/database-dump.ts';
import { authorizationRequest, decide, signedIn, type Tokens } from '../testing/owner.ts';
import { manage, metadata, registered } from '../testing/registration-client.ts';
import { clientSecret, password, testServer, type TestServer } from '../testing/server.ts';
import {
  basic,
  credentials,
  exchange,
  getMe,
  introspect,
  plantTokens,
  postForm,
  refresh,
  revoke,
} from '../testing/token-client.ts';

/** Goes everywhere a secret can go, right and wrong, and returns every secret that was on its way. */
async function useEverything(server: TestServer): Promise<string[]> {
  const { client_id, client_secret, registration_access_token } = await registered(server);
  await manage(server, 'get', client_id, registration_access_token).expect(200);
  await manage(server, 'put', client_id, registration_access_token)
    .send({ ...metadata, client_id, client_secret })
    .expect(200);
  const browser = await signedIn(server);
  const cookie = /codegrant_session=([^;]+)/.exec(await cookieOf(browser))?.[1] as string;
  const codes: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { headers } = await decide(browser, authorizationRequest({ client_id }), 'approve');
    codes.push(new URL(headers.location as string).searchParams.get('code') as string);
  }
  const [used, unused] = codes as [string, string];
  const client = { client_id, client_secret };
  const first = (await exchange(server, used, client).expect(200)).body as Tokens;
  const second = (await refresh(server, first.refresh_token, client).expect(200)).body as Tokens;
  await getMe(server, second.access_token).expect(200);
  await introspect(server, second.access_token);
  await exchange(server, unused, { ...client, redirect_uri: 'https://evil.example/' }).expect(400);
  await revoke(server, first.access_token, client).expect(200);
  await useInWrongPlaces(server, [used, unused, second.refresh_token, client_secret, second.access_token]);
  const tokens = [first, second].flatMap(({ access_token, refresh_token }) => [access_token, refresh_token]);
  return [password, clientSecret, client_secret, registration_access_token, cookie, ...codes, ...tokens];
}

async function cookieOf(browser: supertest.Agent): Promise<string> {
  const { request } = (await browser.get('/')) as unknown as { request: { cookies?: string } };
  return request.cookies ?? '';
}

/** Secrets in URLs, headers and parameters where they do not belong, which is where logs pick them up. */
async function useInWrongPlaces(server: TestServer, secrets: string[]): Promise<void> {
  for (const secret of secrets) {
    await postForm(server, `/oauth/token?code=${secret}`, credentials).expect(400);
    await supertest(server.url).get(`/oauth/token?client_secret=${secret}`).expect(405);
    await supertest(server.url).get(`/api/me?access_token=${secret}`).expect(401);
    await supertest(server.url).get('/api/me').set('Authorization', basic(secret, secret)).expect(401);
    await postForm(server, '/oauth/token', { grant_type: secret, ...credentials }).expect(400);
    await supertest(server.url)
      .get('/oauth/authorize')
      .query({ client_id: secret, state: secret })
      .expect(400);
  }
}

describe.each(databases)('after the whole flow on $name', ({ create }) => {
  const server = testServer({ create });

  it('nothing that opens anything is in the database or in the log', async () => {
    const secrets = await useEverything(server);
    expect(secrets).toHaveLength(11);
    const dump = await dumpDatabase(server.databaseUrl);
    const log = server.log.join('\n');
    expect([dump, log]).toEqual([expect.stringContaining('ada'), expect.stringContaining('issueToken')]);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      // The random part alone would do as well.
      for (const part of [secret, secret.slice(-43)]) {
        expect(dump).not.toContain(part);
        expect(log).not.toContain(part);
      }
    }
  });

  it('the dump does see what is at rest', async () => {
    const { access_token } = await plantTokens(server);
    expect(await dumpDatabase(server.databaseUrl)).toContain(access_token.slice(4, 36));
  });
});
