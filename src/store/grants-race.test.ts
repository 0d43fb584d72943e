import { beforeAll, describe, expect, it } from 'vitest';
import type { Grants } from '../oauth/ports.ts';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aClient, aGrant, anIssue, aUser, now } from '../testing/records.ts';
import type { Store } from './connect.ts';

const fifty = Array.from({ length: 50 }, (_, index) => index);

describe.each(databases)('races for a grant on $name', ({ create }) => {
  const fresh = freshStore(create);
  const [client, user] = [aClient(), aUser()];
  let other: Store;
  beforeAll(async () => {
    other = await fresh.another();
    await fresh.store.clients.add(client);
    await fresh.store.users.add(user);
  });

  async function added(): Promise<string> {
    const grant = aGrant(client, user);
    await fresh.store.grants.add(grant);
    return grant.id;
  }

  const racers = {
    'one store': () => [fresh.store.grants],
    'two stores on one database': () => [fresh.store.grants, other.grants],
  };

  /** Fifty attempts at once, in turn on each store; those that were told they won. */
  async function race(by: () => Grants[], attempt: (grants: Grants, index: number) => Promise<boolean>) {
    const stores = by();
    const outcomes = fifty.map(async (index) => {
      const grants = stores[index % stores.length] ?? fresh.store.grants;
      return { index, won: await attempt(grants, index) };
    });
    return (await Promise.all(outcomes)).filter(({ won }) => won).map(({ index }) => index);
  }

  describe.each(Object.entries(racers))('within %s', (_, by) => {
    it('one of fifty simultaneous redemptions wins, and what it issued is what is stored', async () => {
      const id = await added();
      const issues = fifty.map(() => anIssue());
      const winners = await race(by, (grants, index) => grants.redeem(id, now, issues[index] ?? anIssue()));
      expect(winners).toHaveLength(1);
      expect(await fresh.store.grants.find(id)).toMatchObject({
        ...issues[winners[0] ?? -1],
        redeemed_at: now,
      });
    });

    it('one of fifty simultaneous refreshes of a generation wins', async () => {
      const [id, first] = [await added(), anIssue(0)];
      await fresh.store.grants.redeem(id, now, first);
      const issues = fifty.map(() => anIssue(1));
      const winners = await race(by, (grants, index) => grants.rotate(id, 0, issues[index] ?? anIssue(1)));
      expect(winners).toHaveLength(1);
      expect(await fresh.store.grants.find(id)).toMatchObject({
        ...issues[winners[0] ?? -1],
        previous_access_token: first.access_token,
      });
    });

    it('two batches that write the same grants in opposite orders both come to an end', async () => {
      for (let round = 0; round < 10; round++) {
        const ids = await Promise.all(fifty.map(added));
        const stores = [by()[0] ?? fresh.store.grants, by().at(-1) ?? fresh.store.grants] as const;
        const redeem = (grants: Grants) => (id: string) => grants.redeem(id, now, anIssue());
        const outcomes = await Promise.all([
          ...ids.map(redeem(stores[0])),
          ...ids.toReversed().map(redeem(stores[1])),
        ]);
        expect(outcomes.filter(Boolean)).toHaveLength(ids.length);
        const use = (grants: Grants) => (id: string) => grants.touch(id, now + round + 1);
        await Promise.all([...ids.map(use(stores[0])), ...ids.toReversed().map(use(stores[1]))]);
      }
    });

    it('the end of a client and exchanges of its grants both come to an end', async () => {
      for (let round = 0; round < 10; round++) {
        const ended = aClient();
        await fresh.store.clients.add(ended);
        const grants = fifty.map(() => aGrant(ended, user));
        for (const grant of grants) await fresh.store.grants.add(grant);
        const writing = by().at(-1) ?? fresh.store.grants;
        const exchanges = grants.toReversed().map(({ id }) => writing.redeem(id, now, anIssue()));
        const [isRemoved, ...outcomes] = await Promise.all([
          fresh.store.clients.remove(ended.client_id),
          ...exchanges,
        ]);
        expect(isRemoved).toBe(true);
        expect(outcomes).toHaveLength(grants.length);
        expect(await fresh.store.grants.find(grants[0]?.id ?? '')).toBeUndefined();
      }
    });

    it('fifty refreshes and a revocation end revoked', async () => {
      const id = await added();
      await fresh.store.grants.redeem(id, now, anIssue(0));
      const refreshes = race(by, (grants) => grants.rotate(id, 0, anIssue(1)));
      await other.grants.revoke(id, now);
      expect((await refreshes).length).toBeLessThanOrEqual(1);
      expect((await fresh.store.grants.find(id))?.revoked_at).toBe(now);
      expect(await fresh.store.grants.rotate(id, 1, anIssue(2))).toBe(false);
    });
  });
});
