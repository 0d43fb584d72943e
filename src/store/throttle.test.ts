import { afterEach, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';

describe.each(databases)('the throttle on $name', ({ create }) => {
  const fresh = freshStore(create);
  afterEach(() => vi.useRealTimers());

  async function hits(key: string, count: number): Promise<number[]> {
    const waits: number[] = [];
    for (let hit = 0; hit < count; hit++) waits.push(await fresh.store.throttle.hit(key));
    return waits;
  }

  it('lets ten attempts pass and then names the seconds to wait', async () => {
    const waits = await hits('alice|192.0.2.1', 12);
    expect(waits.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
    for (const wait of waits.slice(10)) {
      expect(wait).toBeGreaterThan(890);
      expect(wait).toBeLessThanOrEqual(900);
    }
  });

  it('tells the wait that a hit would get, without counting', async () => {
    expect(await fresh.store.throttle.wait('judy')).toBe(0);
    await hits('judy', 9);
    for (let look = 0; look < 5; look++) expect(await fresh.store.throttle.wait('judy')).toBe(0);
    expect(await hits('judy', 1)).toEqual([0]);
    const wait = await fresh.store.throttle.wait('judy');
    expect(wait).toBeGreaterThan(890);
    expect(wait).toBeLessThanOrEqual(900);
    await fresh.store.throttle.reset('judy');
    expect(await fresh.store.throttle.wait('judy')).toBe(0);
  });

  it('counts each key by itself', async () => {
    await hits('carol', 11);
    expect(await fresh.store.throttle.hit('dave')).toBe(0);
  });

  it('forgets a key on reset, and resetting an unknown one is no error', async () => {
    await hits('erin', 11);
    await fresh.store.throttle.reset('erin');
    await fresh.store.throttle.reset('nobody');
    expect(await fresh.store.throttle.hit('erin')).toBe(0);
  });

  it('lets attempts pass again fifteen minutes after the first', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await hits('frank', 11);
    vi.setSystemTime(Date.now() + 899_000);
    expect(await fresh.store.throttle.hit('frank')).toBe(1);
    vi.setSystemTime(Date.now() + 1_000);
    expect(await fresh.store.throttle.hit('frank')).toBe(0);
  });

  it('counts attempts that come at once, on two stores, exactly', async () => {
    const stores = [fresh.store, await fresh.another()];
    const waits = await Promise.all(stores.flatMap(({ throttle }) => tenTimes(() => throttle.hit('grace'))));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  });

  it('leaves other writes alone while it counts', async () => {
    const counting = tenTimes(() => fresh.store.throttle.hit('heidi'));
    const reading = tenTimes(() => fresh.store.clients.find('none'));
    await Promise.all([...counting, ...reading]);
    expect(await fresh.store.throttle.hit('heidi')).toBeGreaterThan(0);
  });
});

describe.each(databases)('a throttle with limits of its own on $name', ({ create }) => {
  const fresh = freshStore(create, { throttle: { attempts: 1, seconds: 60 } });

  it('refuses the second attempt for a minute', async () => {
    expect(await fresh.store.throttle.hit('key')).toBe(0);
    const wait = await fresh.store.throttle.hit('key');
    expect(wait).toBeGreaterThan(55);
    expect(wait).toBeLessThanOrEqual(60);
  });
});

function tenTimes<T>(work: () => Promise<T>): Promise<T>[] {
  return Array.from({ length: 10 }, work);
}
