import { describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aClient, aGrant, anEvent, aSession, aUser, now } from '../testing/records.ts';

describe.each(databases)('users on $name', ({ create }) => {
  const fresh = freshStore(create);

  it('come back by id and by name, as they were added', async () => {
    const user = aUser({ username: 'Ada' });
    expect(await fresh.store.users.add(user)).toBe(true);
    expect(await fresh.store.users.find(user.id)).toEqual(user);
    expect(await fresh.store.users.findByUsername('Ada')).toEqual(user);
  });

  it.each([
    ['Grace', 'gRACE'],
    ['Ünal', 'ünAL'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Strauß', 'STRAUSS'],
    ['Zoe\u0308', 'ZO\u00cb'],
  ])('have one name in any case: %s is %s', async (username, other) => {
    expect(await fresh.store.users.add(aUser({ username }))).toBe(true);
    expect(await fresh.store.users.add(aUser({ username: other }))).toBe(false);
    expect((await fresh.store.users.findByUsername(other))?.username).toBe(username);
  });

  it('let one of twenty take a name at once', async () => {
    const tries = Array.from({ length: 20 }, () => fresh.store.users.add(aUser({ username: 'popular' })));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  it('reject a second user of the same id: that is no taken name', async () => {
    const user = aUser();
    await fresh.store.users.add(user);
    await expect(fresh.store.users.add({ ...user, username: 'another name' })).rejects.toThrow();
  });

  it('are listed by name without regard to case', async () => {
    for (const username of ['zz-b', 'ZZ-a', 'zz-C']) await fresh.store.users.add(aUser({ username }));
    const names = (await fresh.store.users.list()).map((user) => user.username);
    expect(names.filter((name) => /^zz-/i.test(name))).toEqual(['ZZ-a', 'zz-b', 'zz-C']);
  });

  it('become administrators and users again, by name in any case', async () => {
    const user = aUser({ username: 'Margaret' });
    await fresh.store.users.add(user);
    const { users } = fresh.store;
    expect(await users.setAdministrator('MARGARET', true)).toBe(true);
    expect(await users.find(user.id)).toEqual({ ...user, is_administrator: true });
    expect(await users.findByUsername('margaret')).toEqual({ ...user, is_administrator: true });
    expect(await users.list()).toContainEqual({ ...user, is_administrator: true });
    expect(await users.setAdministrator('Margaret', false)).toBe(true);
    expect(await users.find(user.id)).toEqual(user);
    expect(await users.setAdministrator('nobody', true)).toBe(false);
  });

  it('are undefined where there is none', async () => {
    expect(await fresh.store.users.find('none')).toBeUndefined();
    expect(await fresh.store.users.findByUsername('none')).toBeUndefined();
  });

  it('take grants, sessions and events along when removed', async () => {
    const [client, user] = [aClient(), aUser({ username: 'Leaving' })];
    const [grant, session, event] = [aGrant(client, user), aSession(user), anEvent(user)];
    await fresh.store.clients.add(client);
    await fresh.store.users.add(user);
    await fresh.store.grants.add(grant);
    await fresh.store.sessions.add(session);
    await fresh.store.events.add(event);
    expect(await fresh.store.users.remove('LEAVING')).toBe(true);
    expect(await fresh.store.users.remove('LEAVING')).toBe(false);
    expect(await fresh.store.grants.find(grant.id)).toBeUndefined();
    expect(await fresh.store.sessions.findUser(session.id_hash, now)).toBeUndefined();
    expect(await fresh.store.events.find(user.id, event.id)).toBeUndefined();
  });
});
