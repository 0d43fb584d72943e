import { describe, expect, test } from 'vitest';
import { partOfFaults, proveFault } from './fault-proof.ts';

// One of two files, so that two cores share the work.
describe('each fault turns the scenarios red that it names, and no others', { timeout: 60_000 }, () => {
  test.each(partOfFaults(1, 2))('%s', async (name) => {
    expect(await proveFault(name)).toEqual([]);
  });
});
