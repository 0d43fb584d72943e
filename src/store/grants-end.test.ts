import { beforeAll, describe, expect, it } from 'vitest';
import type { NewGrant } from '../oauth/ports.ts';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aClient, aGrant, anIssue, aUser, now } from '../testing/records.ts';

describe.each(databases)('the end of a grant on $name', ({ create }) => {
  const fresh = freshStore(create);
  const [client, user] = [aClient({ client_name: 'Named' }), aUser()];
  beforeAll(async () => {
    await fresh.store.clients.add(client);
    await fresh.store.users.add(user);
  });

  async function added(owner = user, changes: Partial<NewGrant> = {}): Promise<string> {
    const grant = aGrant(client, owner, changes);
    await fresh.store.grants.add(grant);
    return grant.id;
  }

  it('comes before a redemption: a revoked code is not redeemed', async () => {
    const id = await added();
    await fresh.store.grants.revoke(id, now);
    expect(await fresh.store.grants.redeem(id, now, anIssue())).toBe(false);
  });

  it('comes before a refresh: a revoked grant is not rotated', async () => {
    const id = await added();
    await fresh.store.grants.redeem(id, now, anIssue());
    await fresh.store.grants.revoke(id, now);
    expect(await fresh.store.grants.rotate(id, 0, anIssue(1))).toBe(false);
  });

  it('keeps its first time however often it is revoked', async () => {
    const id = await added();
    await fresh.store.grants.revoke(id, now);
    await fresh.store.grants.revoke(id, now + 5);
    expect((await fresh.store.grants.find(id))?.revoked_at).toBe(now);
    await fresh.store.grants.revoke('none', now);
  });

  it('may come to one access token alone, current or previous, and twice is no error', async () => {
    const [first, second] = [anIssue(0), anIssue(1)];
    const id = await added();
    await fresh.store.grants.redeem(id, now, first);
    await fresh.store.grants.rotate(id, 0, second);
    await fresh.store.grants.revokeAccessToken(id, 'unknown');
    await fresh.store.grants.revokeAccessToken(id, first.access_token.hash);
    expect(await fresh.store.grants.find(id)).toMatchObject({ ...second, previous_access_token: null });
    await fresh.store.grants.revokeAccessToken(id, second.access_token.hash);
    await fresh.store.grants.revokeAccessToken(id, second.access_token.hash);
    const { refresh_token } = second;
    expect(await fresh.store.grants.find(id)).toMatchObject({
      access_token: null,
      refresh_token,
      revoked_at: null,
    });
  });

  it('leaves no revoked access token behind a rotation', async () => {
    const [first, second] = [anIssue(0), anIssue(1)];
    const id = await added();
    await fresh.store.grants.redeem(id, now, first);
    await fresh.store.grants.revokeAccessToken(id, first.access_token.hash);
    await fresh.store.grants.rotate(id, 0, second);
    expect((await fresh.store.grants.find(id))?.previous_access_token).toBeNull();
  });

  it('takes the grant from the list of active ones, which is newest first', async () => {
    const owner = aUser();
    await fresh.store.users.add(owner);
    const older = await added(owner, { created_at: now - 10 });
    const newer = await added(owner, { created_at: now - 5 });
    const revoked = await added(owner);
    await added(owner, { scope: 'never redeemed' });
    for (const id of [older, newer, revoked]) await fresh.store.grants.redeem(id, now, anIssue());
    await fresh.store.grants.revoke(revoked, now);
    const common = {
      client_id: client.client_id,
      client_name: 'Named',
      client_uri: client.client_uri,
      last_used_at: now,
      scope: 'events.read',
      expires_at: now + 3600,
    };
    expect(await fresh.store.grants.listActive(owner.id, now)).toEqual([
      { id: newer, created_at: now - 5, ...common },
      { id: older, created_at: now - 10, ...common },
    ]);
    expect(await fresh.store.grants.listActive(owner.id, now + 3600)).toEqual([]);
  });

  it('may come to all grants of a user at once, and to nobody else’s', async () => {
    const [owner, other] = [aUser(), aUser()];
    for (const person of [owner, other]) await fresh.store.users.add(person);
    const [used, waiting, revoked] = [await added(owner), await added(owner), await added(owner)];
    const kept = await added(other);
    await fresh.store.grants.redeem(used, now, anIssue());
    await fresh.store.grants.revoke(revoked, now - 5);
    await fresh.store.grants.revokeAll(owner.id, now + 1);
    const ends = await Promise.all(
      [used, waiting, revoked, kept].map(async (id) => (await fresh.store.grants.find(id))?.revoked_at),
    );
    expect(ends).toEqual([now + 1, now + 1, now - 5, null]);
  });

  it('takes an owner from the count of a client when the last of their grants is over', async () => {
    const [asked, ada, bob] = [aClient(), aUser(), aUser()];
    await fresh.store.clients.add(asked);
    for (const person of [ada, bob]) await fresh.store.users.add(person);
    const ids = [];
    for (const person of [ada, ada, bob]) {
      const grant = aGrant(asked, person);
      await fresh.store.grants.add(grant);
      ids.push(grant.id);
    }
    const count = (at = now) => fresh.store.grants.countOwners(asked.client_id, at);
    expect(await count()).toBe(0);
    for (const id of ids) await fresh.store.grants.redeem(id, now, anIssue());
    expect(await count()).toBe(2);
    await fresh.store.grants.revoke(ids[0] ?? '', now);
    expect(await count()).toBe(2);
    await fresh.store.grants.revokeAll(ada.id, now);
    expect(await count()).toBe(1);
    expect(await count(now + 3600)).toBe(0);
  });
});
