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

  it('keep secrets, owner and time of creation when they are edited', async () => {
    const owner = aUser();
    await fresh.store.users.add(owner);
    const client = aClient({
      registration_access_token_hash: 'a'.repeat(43),
      previous_client_secret: { hash: 'b'.repeat(43), expires_at: now + 60 },
      owner_id: owner.id,
    });
    await fresh.store.clients.add(client);
    const metadata = {
      client_name: 'Other',
      client_uri: null,
      redirect_uris: [],
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['authorization_code'],
      scope: '',
    } as const;
    const sent = { ...aClient({ created_at: 1 }), ...metadata };
    expect(await fresh.store.clients.update(client.client_id, sent)).toBe(true);
    expect(await fresh.store.clients.find(client.client_id)).toEqual({ ...client, ...metadata });
  });

  it('are not edited where there is none', async () => {
    expect(await fresh.store.clients.update('nobody', aClient())).toBe(false);
  });

  it('keep the replaced secret beside the new one until its time, and no older one', async () => {
    const client = aClient();
    const { client_id, client_secret_hash: first } = client;
    await fresh.store.clients.add(client);
    const rotate = async (hash: string, until: number | null) => {
      expect(await fresh.store.clients.rotateSecret(client_id, hash, until)).toBe(true);
      const found = await fresh.store.clients.find(client_id);
      return [found?.client_secret_hash, found?.previous_client_secret];
    };
    expect(await rotate('second', now + 60)).toEqual(['second', { hash: first, expires_at: now + 60 }]);
    expect(await rotate('third', now + 90)).toEqual(['third', { hash: 'second', expires_at: now + 90 }]);
    expect(await rotate('fourth', null)).toEqual(['fourth', null]);
  });

  it('have no secret to rotate where they are public, or not there', async () => {
    const client = aClient({ client_secret_hash: null });
    await fresh.store.clients.add(client);
    expect(await fresh.store.clients.rotateSecret(client.client_id, 'hash', null)).toBe(false);
    expect(await fresh.store.clients.find(client.client_id)).toEqual(client);
    expect(await fresh.store.clients.rotateSecret('nobody', 'hash', null)).toBe(false);
  });

  it('rotated twenty times at once end with one secret, and the one before it', async () => {
    const client = aClient();
    await fresh.store.clients.add(client);
    const hashes = Array.from({ length: 20 }, (_, at) => `hash ${at}`);
    const { clients } = fresh.store;
    await Promise.all(hashes.map((hash) => clients.rotateSecret(client.client_id, hash, now + 60)));
    const found = await clients.find(client.client_id);
    const [last, before] = [found?.client_secret_hash, found?.previous_client_secret?.hash];
    expect(hashes).toEqual(expect.arrayContaining([last, before]));
    expect(last).not.toBe(before);
  });

  it('are listed for their owner, or all of them with the names of the owners, newest first', async () => {
    const [ada, bob] = [aUser(), aUser()];
    for (const user of [ada, bob]) await fresh.store.users.add(user);
    const ids = ['zz-1', 'zz-2', 'zz-3', 'zz-4'];
    const owners = [ada.id, bob.id, ada.id, null];
    for (const [at, client_id] of ids.entries())
      await fresh.store.clients.add(aClient({ client_id, owner_id: owners[at] ?? null }));
    const list = async (owner_id: string | null, after: string | null, limit = 10) => {
      const found = await fresh.store.clients.listOwned(owner_id, { after, limit });
      return found.map(({ client_id, owner }) => [client_id, owner]);
    };
    const [a, b] = [ada.username, bob.username];
    expect(await list(ada.id, null)).toEqual([
      ['zz-3', a],
      ['zz-1', a],
    ]);
    expect(await list(ada.id, 'zz-3')).toEqual([['zz-1', a]]);
    expect(await list(null, null, 3)).toEqual([
      ['zz-4', null],
      ['zz-3', a],
      ['zz-2', b],
    ]);
    expect((await list(null, 'zz-3', 1))[0]).toEqual(['zz-2', b]);
  });

  it('stay without an owner when the owner is removed, and so do their grants', async () => {
    const [owner, user] = [aUser(), aUser()];
    for (const added of [owner, user]) await fresh.store.users.add(added);
    const client = aClient({ owner_id: owner.id });
    await fresh.store.clients.add(client);
    const grant = aGrant(client, user);
    await fresh.store.grants.add(grant);
    await fresh.store.users.remove(owner.username);
    expect(await fresh.store.clients.find(client.client_id)).toEqual({ ...client, owner_id: null });
    expect(await fresh.store.grants.find(grant.id)).toBeDefined();
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
