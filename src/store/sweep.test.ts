import { beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aClient, aGrant, anIssue, aSession, aUser, now } from '../testing/records.ts';
import { startSweeper } from './sweeper.ts';

describe.each(databases)('the sweep on $name', ({ create }) => {
  const fresh = freshStore(create);
  const [client, user] = [aClient(), aUser()];
  const expired = Array.from({ length: 1200 }, (_, index) =>
    aGrant(client, user, { expires_at: now - index }),
  );
  const living = Array.from({ length: 20 }, () => aGrant(client, user, { expires_at: now + 1 }));
  const sessions = [aSession(user, { expires_at: now }), aSession(user, { expires_at: now + 1 })] as const;

  beforeAll(async () => {
    await fresh.store.clients.add(client);
    await fresh.store.users.add(user);
    for (const grant of [...expired, ...living]) await fresh.store.grants.add(grant);
    for (const session of sessions) await fresh.store.sessions.add(session);
  });

  it('deletes 1,200 expired grants in batches of 500, while the store keeps answering', async () => {
    const swept: number[] = [];
    const answers = { count: 0 };
    const sweeper = startSweeper({
      now: () => now,
      everySeconds: 0.01,
      onError: (error) => expect.unreachable(String(error)),
      async sweep(at, limit) {
        const [counts, grant] = await Promise.all([
          fresh.store.sweep(at, limit),
          fresh.store.grants.find(living[0]?.id ?? ''),
        ]);
        if (grant) answers.count++;
        swept.push(counts.grants);
        return counts;
      },
    });
    await vi.waitFor(() => expect(swept.length).toBeGreaterThanOrEqual(4));
    await sweeper.stop();
    expect(swept.slice(0, 4)).toEqual([500, 500, 200, 0]);
    expect(answers.count).toBe(swept.length);
  });

  it('leaves what lives, to the second', async () => {
    expect(await fresh.store.sweep(now)).toEqual({ grants: 0, sessions: 0, throttle: 0 });
    for (const grant of living) expect(await fresh.store.grants.find(grant.id)).toBeDefined();
    expect(await fresh.store.sessions.findUser(sessions[0].id_hash, now - 1)).toBeUndefined();
    expect(await fresh.store.sessions.findUser(sessions[1].id_hash, now)).toBeDefined();
  });

  it('follows the horizon that a redemption moves', async () => {
    const grant = aGrant(client, user, { expires_at: now });
    await fresh.store.grants.add(grant);
    await fresh.store.grants.redeem(grant.id, now, anIssue(0, { expires_at: now + 3600 }));
    await fresh.store.sweep(now);
    expect(await fresh.store.grants.find(grant.id)).toBeDefined();
    await fresh.store.sweep(now + 3600);
    expect(await fresh.store.grants.find(grant.id)).toBeUndefined();
  });

  it('deletes counts of attempts whose window has passed', async () => {
    await fresh.store.throttle.hit('key');
    const today = Math.floor(Date.now() / 1000);
    expect((await fresh.store.sweep(today)).throttle).toBe(0);
    expect((await fresh.store.sweep(today + 901)).throttle).toBe(1);
  });

  it('shares the rows out between processes that sweep at once', async () => {
    const other = await fresh.another();
    for (let index = 0; index < 100; index++) {
      await fresh.store.grants.add(aGrant(client, user, { expires_at: now - index }));
    }
    const counts = await Promise.all([fresh.store, other].map((store) => store.sweep(now)));
    const left = await fresh.store.sweep(now);
    expect([...counts, left].reduce((sum, { grants }) => sum + grants, 0)).toBe(100);
  });
});
