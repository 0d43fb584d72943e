import { beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aSession, aUser, now } from '../testing/records.ts';

describe.each(databases)('sessions on $name', ({ create }) => {
  const fresh = freshStore(create);
  const user = aUser();
  beforeAll(() => fresh.store.users.add(user));

  it('are found until the second in which they expire', async () => {
    const session = aSession(user);
    await fresh.store.sessions.add(session);
    expect(await fresh.store.sessions.findUser(session.id_hash, session.expires_at - 1)).toEqual(user);
    expect(await fresh.store.sessions.findUser(session.id_hash, session.expires_at)).toBeUndefined();
  });

  it('are gone once removed, and removing twice is no error', async () => {
    const session = aSession(user);
    await fresh.store.sessions.add(session);
    await fresh.store.sessions.remove(session.id_hash);
    await fresh.store.sessions.remove(session.id_hash);
    expect(await fresh.store.sessions.findUser(session.id_hash, now)).toBeUndefined();
  });

  it('belong to a user who is there', async () => {
    await expect(fresh.store.sessions.add(aSession(aUser()))).rejects.toThrow();
  });
});
