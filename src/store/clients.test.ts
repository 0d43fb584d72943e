import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aClient, aGrant, aUser, now } from '../testing/records.ts';

describe.each(databases)('clients on $name', ({ create }) => {
  const fresh = freshStore(create);

  it('come back as they were added, to the letter', async () => {
    const client = aClient();
    await fresh.store.clients.add(client);
    expect(await fresh.store.clients.find(client.client_id)).toEqual(client);
  });

  it('keep null where they have no secret and no home page', async () => {
    const client = aClient({
      client_secret_hash: null,
      client_uri: null,
      token_endpoint_auth_method: 'none',
    });
    await fresh.store.clients.add(client);
    expect(await fresh.store.clients.find(client.client_id)).toEqual(client);
  });

  it('are undefined where there is none', async () => {
    expect(await fresh.store.clients.find('nobody')).toBeUndefined();
  });

  it('are listed by the time they were added', async () => {
    const late = aClient({ created_at: now + 20 });
    const early = aClient({ created_at: now + 10 });
    await fresh.store.clients.add(late);
    await fresh.store.clients.add(early);
    const ids = (await fresh.store.clients.list()).map((client) => client.client_id);
    expect(ids.slice(-2)).toEqual([early.client_id, late.client_id]);
  });

  it('are replaced but for id and time of creation', async () => {
    const client = aClient({ registration_access_token_hash: 'a'.repeat(43) });
    await fresh.store.clients.add(client);
    const next = aClient({ client_id: client.client_id, redirect_uris: [], scope: '', created_at: 1 });
    expect(await fresh.store.clients.replace(next)).toBe(true);
    expect(await fresh.store.clients.find(client.client_id)).toEqual({
      ...next,
      created_at: client.created_at,
    });
  });

  it('refuse to replace one that is not there', async () => {
    expect(await fresh.store.clients.replace(aClient())).toBe(false);
  });

  it('take their grants along when removed, and nobody else’s', async () => {
    const [gone, kept, user] = [aClient(), aClient(), aUser()];
    const [lost, living] = [aGrant(gone, user), aGrant(kept, user)];
    await fresh.store.users.add(user);
    for (const client of [gone, kept]) await fresh.store.clients.add(client);
    for (const grant of [lost, living]) await fresh.store.grants.add(grant);
    expect(await fresh.store.clients.remove(gone.client_id)).toBe(true);
    expect(await fresh.store.clients.remove(gone.client_id)).toBe(false);
    expect(await fresh.store.grants.find(lost.id)).toBeUndefined();
    expect(await fresh.store.grants.find(living.id)).toBeDefined();
  });
});
