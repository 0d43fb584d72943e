import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { coalesceLookups, coalesce } from './coalesce.ts';

/** Statements that end when they are told to, in the order in which they began. */
function statements() {
  const running: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const run = (items: readonly string[]) =>
    new Promise<string[]>((resolve, reject) => {
      const answers = items.map((item) => `answer to ${item}`);
      running.push({ items, end: (error) => (error === undefined ? resolve(answers) : reject(error)) });
    });
  /** The items of the statement that began as the nth; waits until it has. */
  const begun = async (nth: number): Promise<readonly string[]> => {
    await expect.poll(() => running.length, { interval: 1 }).toBeGreaterThan(nth);
    return running[nth]?.items ?? [];
  };
  return { running, begun, ask: coalesce(run) };
}

describe('a shared statement', () => {
  it('answers all who ask at the same time, each with its own', async () => {
    const { running, begun, ask } = statements();
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    expect(await begun(0)).toEqual(['a', 'b', 'c']);
    running[0]?.end();
    expect(await answers).toEqual(['answer to a', 'answer to b', 'answer to c']);
    expect(running).toHaveLength(1);
  });

  it('begins one at a time: who asks while one runs shares the next', async () => {
    const { running, begun, ask } = statements();
    const first = ask('a');
    await begun(0);
    const later = [ask('b'), ask('c')];
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    expect(running).toHaveLength(1);
    running[0]?.end();
    await first;
    expect(await begun(1)).toEqual(['b', 'c']);
    running[1]?.end();
    expect(await Promise.all(later)).toEqual(['answer to b', 'answer to c']);
  });

  it('answers nobody before it has ended', async () => {
    const { running, begun, ask } = statements();
    const answered: string[] = [];
    const all = ['a', 'b'].map(async (item) => void answered.push(await ask(item)));
    await begun(0);
    for (let turn = 0; turn < 5; turn++) await setImmediate();
    expect(answered).toEqual([]);
    running[0]?.end();
    await Promise.all(all);
    expect(answered).toHaveLength(2);
  });

  it('fails for all who share it, and for nobody after them', async () => {
    const { running, begun, ask } = statements();
    const failing = Promise.allSettled(['a', 'b'].map(ask));
    await begun(0);
    const later = ask('c');
    running[0]?.end(new Error('the disk is full'));
    const reason = new Error('the disk is full');
    expect(await failing).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(await begun(1)).toEqual(['c']);
    running[1]?.end();
    expect(await later).toBe('answer to c');
  });

  it('takes 64 at most', async () => {
    const { running, begun, ask } = statements();
    const all = Promise.all(Array.from({ length: 100 }, (_, index) => ask(String(index))));
    expect(await begun(0)).toHaveLength(64);
    running[0]?.end();
    expect(await begun(1)).toHaveLength(36);
    running[1]?.end();
    expect(await all).toHaveLength(100);
  });
});

describe('a shared look-up', () => {
  it('asks for each key once, and gives undefined where there is no row', async () => {
    const asked: (readonly string[])[] = [];
    const find = coalesceLookups(
      async (keys) => {
        asked.push(keys);
        return [{ id: 'b' }, { id: 'a' }];
      },
      ({ id }) => id,
    );
    const found = await Promise.all(['a', 'b', 'a', 'c'].map(find));
    expect(found).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'a' }, undefined]);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });
});
