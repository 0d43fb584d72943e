import { describe, expect, it } from 'vitest';
import { despiteDeadlock } from './deadlock.ts';

/** A write that fails with that code so many times before it succeeds. */
function failing(times: number, code: string) {
  let begun = 0;
  const write = async () => {
    begun += 1;
    if (begun <= times) throw Object.assign(new Error('ended'), { code });
    return 'written';
  };
  return { write, begun: () => begun };
}

describe('a write that meets a deadlock', () => {
  it('is done again', async () => {
    const { write, begun } = failing(2, '40P01');
    expect(await despiteDeadlock(write)).toBe('written');
    expect(begun()).toBe(3);
  });

  it('fails the third time', async () => {
    const { write, begun } = failing(9, '40P01');
    await expect(despiteDeadlock(write)).rejects.toThrow('ended');
    expect(begun()).toBe(3);
  });

  it('fails at once of any other cause', async () => {
    const { write, begun } = failing(1, '23505');
    await expect(despiteDeadlock(write)).rejects.toThrow('ended');
    expect(begun()).toBe(1);
  });
});
