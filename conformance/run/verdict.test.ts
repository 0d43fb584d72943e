import { describe, expect, test } from 'vitest';
import type { Finding, Gravity, Verdict } from '../model/finding.ts';
import type { Level, Requirement } from '../model/requirement.ts';
import { brokenOf, exitStatus, stakesOf, verdictOf, type Stakes } from './verdict.ts';

function requirement(level: Level, binds: Requirement['binds'] = 'AS'): Requirement {
  return {
    ...{ id: 'RFC6749-5.2-x', rfc: 'an RFC', section: '5.2', endpoint: 'token', summary: '', observe: '' },
    ...{ level, binds, blackbox: 'full', preconditions: [], ambiguity: [] },
  };
}

function finding(gravity: Gravity, received: string | null = 'another answer'): Finding {
  return { expected: 'an answer', received, gravity };
}

const stakes = (weight: Stakes['weight'], isDerived = false): Stakes => ({
  weight,
  isDerived,
  level: 'MUST',
});

describe('what a scenario is worth', () => {
  test.each<[string, readonly Requirement[], Stakes]>([
    ['a MUST', [requirement('MUST')], { weight: 'must', isDerived: false, level: 'MUST' }],
    [
      'an implicit demand',
      [requirement('IMPLICIT')],
      { weight: 'must', isDerived: false, level: 'IMPLICIT' },
    ],
    [
      'a SHOULD NOT',
      [requirement('SHOULD NOT')],
      { weight: 'should', isDerived: false, level: 'SHOULD NOT' },
    ],
    ['an OPTIONAL', [requirement('OPTIONAL')], { weight: 'may', isDerived: false, level: 'OPTIONAL' }],
    [
      'the strongest of several',
      [requirement('MAY'), requirement('SHOULD'), requirement('MUST NOT')],
      { weight: 'must', isDerived: false, level: 'MUST NOT' },
    ],
    [
      'derived, where all are',
      [requirement('MUST', 'derived'), requirement('MUST', 'derived')],
      { weight: 'must', isDerived: true, level: 'MUST' },
    ],
    [
      'not derived, where one binds the server',
      [requirement('MUST', 'derived'), requirement('MAY')],
      { weight: 'must', isDerived: false, level: 'MUST' },
    ],
  ])('%s', (_, requirements, expected) => {
    expect(stakesOf(requirements)).toEqual(expected);
  });

  test('a recommendation where the scenario only advises', () => {
    const advises = 'a later text takes it back';
    const expected = { weight: 'should', isDerived: false, level: 'SHOULD' };
    expect(stakesOf([requirement('MUST')], { advises })).toEqual(expected);
    expect(stakesOf([requirement('MAY')], { advises }).weight).toBe('may');
  });

  test('nothing without a requirement', () => {
    expect(() => stakesOf([])).toThrow('without requirements');
  });
});

describe('the verdict on a finding that did not hold', () => {
  test.each<[Stakes, Record<Gravity, Verdict>]>([
    [stakes('must'), { unsafe: 'fail', form: 'fail', advice: 'warn' }],
    [stakes('must', true), { unsafe: 'fail', form: 'warn', advice: 'warn' }],
    [stakes('should'), { unsafe: 'warn', form: 'warn', advice: 'warn' }],
    [stakes('should', true), { unsafe: 'warn', form: 'warn', advice: 'warn' }],
    [stakes('may'), { unsafe: 'warn', form: 'pass', advice: 'pass' }],
    [stakes('may', true), { unsafe: 'warn', form: 'pass', advice: 'pass' }],
  ])('with %o', (weight, verdicts) => {
    const found = (['unsafe', 'form', 'advice'] as const).map((gravity) => [
      gravity,
      verdictOf([finding(gravity)], weight),
    ]);
    expect(Object.fromEntries(found)).toEqual(verdicts);
  });

  test('is the worst of all, and a pass where all held', () => {
    expect(verdictOf([finding('advice'), finding('form'), finding('unsafe', null)], stakes('must'))).toBe(
      'fail',
    );
    expect(verdictOf([finding('unsafe', null)], stakes('must'))).toBe('pass');
  });
});

test('what counts is told, what was handed out before how it was worded', () => {
  const all = [finding('advice'), finding('form'), finding('unsafe', null), finding('unsafe')];
  expect(brokenOf(all, stakes('must')).map(({ gravity }) => gravity)).toEqual(['unsafe', 'form', 'advice']);
  expect(brokenOf(all, stakes('may')).map(({ gravity }) => gravity)).toEqual(['unsafe']);
});

test.each<[Verdict[], number, number]>([
  [['pass'], 0, 0],
  [['pass', 'skip'], 0, 0],
  [['pass', 'warn'], 0, 1],
  [['warn'], 0, 1],
  [['pass', 'fail'], 1, 1],
  [['pass', 'blocked'], 3, 3],
  [['fail', 'blocked'], 1, 1],
  [['fail', 'blocked', 'error'], 4, 4],
  [['skip'], 2, 2],
  [[], 2, 2],
])('%j ends with %i, and strictly with %i', (verdicts, status, strictly) => {
  expect(exitStatus(verdicts, { strict: false })).toBe(status);
  expect(exitStatus(verdicts, { strict: true })).toBe(strictly);
});
