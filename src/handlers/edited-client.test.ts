import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { databases } from '../testing/databases.ts';
import { plantCode } from '../testing/owner.ts';
import { aClient, now } from '../testing/records.ts';
import { testServer, type TestServer } from '../testing/server.ts';
import { exchange, getMe, introspect, refresh, refusalOf } from '../testing/token-client.ts';

/** A client of its own with the tokens and a waiting code of one owner. */
async function allowed(server: TestServer) {
  const client = aClient({ ...server.cast.confidential, client_id: secrets.newId(now) });
  const { client_id } = client;
  await server.store.clients.add(client);
  const code = await plantCode(server, { client_id });
  const { body } = await exchange(server, await plantCode(server, { client_id }), { client_id }).expect(200);
  const { access_token, refresh_token } = body as { access_token: string; refresh_token: string };
  const edit = (changes: object) => server.store.clients.update(client_id, { ...client, ...changes });
  return { client_id, code, access_token, refresh_token, edit };
}

describe.each(databases)('editing a client on $name takes effect at once', ({ create }) => {
  const server = testServer({ create });

  it('on its scope: token, introspection, code and refresh go no further', async () => {
    const { client_id, code, access_token, refresh_token, edit } = await allowed(server);
    await getMe(server, access_token).expect(200);
    await edit({ scope: 'event:write' });
    expect(refusalOf(await getMe(server, access_token))).toEqual([403, 'insufficient_scope']);
    expect(await introspect(server, access_token)).toMatchObject({ active: true, scope: 'event:write' });
    expect(await introspect(server, refresh_token)).toMatchObject({ active: true, scope: 'event:write' });
    const redeemed = await exchange(server, code, { client_id }).expect(200);
    expect(redeemed.body).toMatchObject({ scope: 'event:write' });
    const refreshed = await refresh(server, refresh_token, { client_id }).expect(200);
    expect(refreshed.body).toMatchObject({ scope: 'event:write' });
    await edit({});
    await getMe(server, access_token).expect(200);
  });

  it('where nothing is left of its scope, everything of it is at an end', async () => {
    const { client_id, code, access_token, refresh_token, edit } = await allowed(server);
    await edit({ scope: 'tokens:read' });
    expect(refusalOf(await getMe(server, access_token))).toEqual([403, 'insufficient_scope']);
    expect(await introspect(server, access_token)).toEqual({ active: false });
    expect(refusalOf(await exchange(server, code, { client_id }))).toEqual([400, 'invalid_grant']);
    expect(refusalOf(await refresh(server, refresh_token, { client_id }))).toEqual([400, 'invalid_grant']);
  });

  it('on its redirect URIs: a code that went to one that is gone is not redeemed', async () => {
    const { client_id, code, access_token, edit } = await allowed(server);
    await edit({ redirect_uris: ['https://app.example/elsewhere'] });
    expect(refusalOf(await exchange(server, code, { client_id }))).toEqual([400, 'invalid_grant']);
    await getMe(server, access_token).expect(200);
  });
});

describe('the last use of an authorization', () => {
  const server = testServer();

  it('is noted when its token opens something, once a minute', async () => {
    const { access_token } = await allowed(server);
    const id = access_token.slice(4, 36);
    const start = server.clock.now;
    const useAt = async (after: number) => {
      server.clock.now = start + after;
      await getMe(server, access_token).expect(200);
      return ((await server.store.grants.find(id))?.last_used_at ?? 0) - start;
    };
    expect([await useAt(10), await useAt(60), await useAt(100), await useAt(120)]).toEqual([0, 60, 60, 120]);
  });

  it('is not noted when it opens nothing, or is only asked about', async () => {
    const { access_token, edit } = await allowed(server);
    const start = server.clock.now;
    server.clock.now += 600;
    await introspect(server, access_token);
    await edit({ scope: 'event:write' });
    await getMe(server, access_token).expect(403);
    expect((await server.store.grants.find(access_token.slice(4, 36)))?.last_used_at).toBe(start);
  });
});

describe('a last use that cannot be noted', () => {
  const server = testServer({
    change: ({ grants }) => ({ grants: { ...grants, touch: () => Promise.reject(new Error('disk full')) } }),
  });

  it('does not make the request fail', async () => {
    const { access_token } = await allowed(server);
    server.clock.now += 600;
    await getMe(server, access_token).expect(200);
  });
});
