import { describe, expect, test } from 'vitest';
import { readLedger } from '../requirements/ledger.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { faults, type Fault } from './faults.ts';
import { isProved, killersOf } from './kill-matrix.ts';
import { play } from './play.ts';
import { variants, type Variant } from './variants.ts';

const ledger = readLedger();
const ids = new Set(catalogue.map(({ id }) => id));
describe('the toy as it is', () => {
  test('passes every scenario that is not about something it has not', { timeout: 60_000 }, async () => {
    const results = await play(catalogue);
    const others = results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip');
    expect(others.map(({ id, verdict, reason, findings }) => ({ id, verdict, reason, findings }))).toEqual(
      [],
    );
  });
});

describe('the table of faults', () => {
  test('names scenarios of the catalogue', () => {
    const named = Object.values<Fault>(faults).flatMap(({ kills, warns = [], blocks = [], also }) => [
      ...[...kills, ...warns, ...blocks],
      ...(also !== undefined && 'except' in also ? (also.except ?? []) : []),
    ]);
    const listed = Object.values<Variant>(variants).flatMap(({ warns = {} }) => Object.keys(warns));
    expect([...named, ...listed].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has more than 120 faults, and no fault that nothing finds', () => {
    const all = Object.entries<Fault>(faults);
    expect(all.length).toBeGreaterThan(120);
    const survivors = all.filter(([, { kills, warns = [] }]) => kills.length + warns.length === 0);
    expect(survivors.map(([name]) => name)).toEqual([]);
  });

  test('turns every scenario red that a MUST asks of the server, and every other that can be broken amber', () => {
    expect(catalogue.filter((scenario) => !isProved(scenario, ledger)).map(({ id }) => id)).toEqual([]);
  });

  test('turns amber at most what only advises', () => {
    const advising = catalogue.filter(({ advises }) => advises !== undefined);
    expect(advising.filter(({ id }) => killersOf(id).red.length > 0).map(({ id }) => id)).toEqual([]);
  });
});
