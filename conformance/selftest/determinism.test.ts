import { describe, expect, test } from 'vitest';
import type { Result } from '../model/finding.ts';
import type { Scenario } from '../model/scenario.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { play } from './play.ts';

const first = await play(catalogue);

function verdicts(results: readonly Result[]): Record<string, string> {
  return Object.fromEntries(results.map(({ id, verdict }) => [id, verdict]));
}

/** An order of its own for each seed. */
function shuffled(seed: number): Scenario[] {
  let state = seed;
  const keyed = catalogue.map((scenario) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { scenario, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ scenario }) => scenario);
}

describe('the verdicts on one server', { timeout: 60_000 }, () => {
  test('are the same in a second and in a third run', async () => {
    expect(verdicts(await play(catalogue))).toEqual(verdicts(first));
    expect(verdicts(await play(catalogue))).toEqual(verdicts(first));
  });

  test('are the same in a random order', async () => {
    const seed = Date.now();
    expect(verdicts(await play(shuffled(seed))), `seed ${seed}`).toEqual(verdicts(first));
  });

  test.each([1, 3, 32])('are the same with %i at a time', async (concurrency) => {
    expect(verdicts(await play(catalogue, { concurrency }))).toEqual(verdicts(first));
  });
});
