import { describe, expect, test } from 'vitest';
import type { Result, Verdict } from '../model/finding.ts';
import type { Scenario } from '../model/scenario.ts';
import { shuffle } from './order.ts';
import { matches, selectScenarios } from './select-scenarios.ts';
import { requireKnownWaivers, statesOf, statusOf } from './waivers.ts';

const ids = [
  'rfc6749/4.1/a',
  'rfc6749/4.1.3/redirect-uri-mismatch',
  'rfc6749/4.10/b',
  'rfc7636/4.6/c',
  'rfc7009/2/d',
];
const catalogue = ids.map((id): Scenario => ({
  id,
  title: '',
  requires: ['RFC6749-1.7-a'],
  act: () => Promise.resolve(),
}));
const select = (selection: string[], profile = 'rfc6749') =>
  selectScenarios(catalogue, { profile, selection }).map(({ id }) => id);

describe('a selection', () => {
  test.each<[string, string, boolean]>([
    ['rfc6749/4.1.3/x', '4.1', true],
    ['rfc6749/4.10/x', '4.1', false],
    ['rfc6749/4.1.3/x', 'rfc6749/4.1', true],
    ['rfc7636/4.1/x', 'rfc6749/4.1', false],
    ['rfc6749/4.1.3/x', 'rfc6749', true],
    ['rfc6749/4.1.3/x', 'rfc6749/4.1.3/', true],
    ['rfc6749/4.1.3/xy', 'rfc6749/4.1.3/x', false],
  ])('%s by %s: %s', (id, wanted, isMatch) => {
    expect(matches(id, wanted)).toBe(isMatch);
  });

  test('without words is the whole profile, in the order of the catalogue', () => {
    expect(select([])).toEqual(ids.slice(0, 4));
    expect(select([], 'all')).toEqual(ids);
    expect(select(['rfc7636', '4.1.3'])).toEqual([ids[1], ids[3]]);
  });

  test.each([
    [['9.9'], 'rfc6749', 'no scenario matches 9.9; see `list`'],
    [['rfc6749/4.1.3/redirect-uri-mismach'], 'rfc6749', 'did you mean rfc6749/4.1.3/redirect-uri-mismatch?'],
    [['rfc7009/2'], 'rfc6749', 'rfc7009/2 is not in the profile rfc6749; add --profile rfc7009'],
    [[], 'rfc674', 'there is no profile rfc674; did you mean rfc6749?'],
    [[], 'rfc9207', 'the profile rfc9207 has no scenarios'],
  ])('%j in %s is refused in words', (selection, profile, message) => {
    expect(() => select(selection, profile)).toThrow(message);
  });
});

describe('waivers', () => {
  const [first = ''] = ids;
  const waiver = { scenario: first, verdict: 'fail' as const, reason: 'known', link: null };
  const result = (verdict: Verdict): Result => ({
    id: first,
    title: '',
    verdict,
    level: 'MUST',
    requirements: [],
    findings: [],
    reason: null,
    exchanges: [],
    milliseconds: 0,
  });

  test.each<[Verdict, string, number]>([
    ['fail', 'applied', 0],
    ['pass', 'stale', 1],
    ['warn', 'unused', 0],
    ['blocked', 'unused', 3],
    ['error', 'unused', 4],
  ])('on a scenario that ends as %s: %s, exit %i', (verdict, state, exit) => {
    const states = statesOf([waiver], [result(verdict)]);
    expect(states).toEqual([{ ...waiver, state }]);
    expect(statusOf([result(verdict)], states, { strict: false })).toBe(exit);
  });

  test('on a scenario that does not exist are a mistake', () => {
    const unknown = [{ ...waiver, scenario: 'rfc6749/4.1.3/redirect-uri-mismach' }];
    expect(() => requireKnownWaivers(unknown, catalogue)).toThrow('waivers.0.scenario: there is no scenario');
  });
});

describe('the order of play', () => {
  test('is the catalogue for seed 0, and the same for the same seed', () => {
    expect(shuffle(ids, 0)).toEqual(ids);
    expect(shuffle(ids, 7)).toEqual(shuffle(ids, 7));
    expect(shuffle(ids, 7)).not.toEqual(ids);
    expect(shuffle(ids, 7).sort()).toEqual([...ids].sort());
  });
});
