import { beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { anEvent, aUser } from '../testing/records.ts';

describe.each(databases)('events on $name', ({ create }) => {
  const fresh = freshStore(create);
  const [ada, bob, grace] = [aUser(), aUser(), aUser()];
  beforeAll(async () => {
    for (const user of [ada, bob, grace]) await fresh.store.users.add(user);
  });

  it('come back as they were added', async () => {
    const event = anEvent(ada, { place: 'Zürich', description: 'line\nline' });
    await fresh.store.events.add(event);
    expect(await fresh.store.events.find(ada.id, event.id)).toEqual(event);
  });

  it('are listed by id in pages, in the order of bytes', async () => {
    const ids = ['0B', '0a', '0b', '1A', '1a'];
    for (const id of [...ids].reverse()) await fresh.store.events.add(anEvent(grace, { id }));
    const page = async (after: string | null) =>
      (await fresh.store.events.list(grace.id, { after, limit: 2 })).map((event) => event.id);
    expect(await page(null)).toEqual(['0B', '0a']);
    expect(await page('0a')).toEqual(['0b', '1A']);
    expect(await page('1A')).toEqual(['1a']);
    expect(await page('1a')).toEqual([]);
  });

  it('replace title, start, place and description, and nothing else', async () => {
    const event = anEvent(ada);
    await fresh.store.events.add(event);
    const next = {
      ...event,
      title: 'Lunch',
      place: 'here',
      description: 'new',
      starts_at: 'later',
      created_at: 1,
    };
    expect(await fresh.store.events.replace(next)).toBe(true);
    expect(await fresh.store.events.find(ada.id, event.id)).toEqual({
      ...next,
      created_at: event.created_at,
    });
  });

  it('are not there for another user', async () => {
    const event = anEvent(ada);
    await fresh.store.events.add(event);
    expect(await fresh.store.events.find(bob.id, event.id)).toBeUndefined();
    expect(await fresh.store.events.replace({ ...event, user_id: bob.id })).toBe(false);
    expect(await fresh.store.events.remove(bob.id, event.id)).toBe(false);
    expect(await fresh.store.events.list(bob.id, { after: null, limit: 10 })).toEqual([]);
  });

  it('are removed once', async () => {
    const event = anEvent(ada);
    await fresh.store.events.add(event);
    expect(await fresh.store.events.remove(ada.id, event.id)).toBe(true);
    expect(await fresh.store.events.remove(ada.id, event.id)).toBe(false);
  });
});
