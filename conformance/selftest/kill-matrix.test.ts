import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../requirements/ledger.ts';
import { stakesOf } from '../run/verdict.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { faults, type Fault } from './faults.ts';
import { isProved, killersOf, renderKillMatrix, spared } from './kill-matrix.ts';
import { play } from './play.ts';
import { variants, type Variant } from './variants.ts';

const ledger = readLedger();
const ids = new Set(catalogue.map(({ id }) => id));
const page = new URL('../../docs/conformance/kill-matrix.md', import.meta.url);

/** A MUST of which the scenario only advises, so that amber is all there is. */
const amberOnly: Readonly<Record<string, string>> = {
  'rfc6749/1.7/no-repeated-form': 'RFC 6749 §1.7 allows any redirection; RFC 9700 §4.12 does not',
  'rfc6749/3.2.1/secret-of-public-client': 'the text names no answer to a secret that nobody has',
  'rfc6749/4.1.4/failure-for-browsers': 'the text does not speak of what the request accepts',
  'rfc6749/5.1/pragma': 'RFC 9111 §5.4 calls Pragma obsolete',
  'rfc6749/5.1/pragma-on-refresh': 'RFC 9111 §5.4 calls Pragma obsolete',
  'rfc6749/10.10/refreshed-access-token': 'the text does not say that a refresh brings another token',
  'rfc7636/4.5/verifier-without-challenge': 'RFC 9700 §2.1.1 asks for it; RFC 7636 does not say',
};

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
    const named = Object.values<Fault>(faults).flatMap(({ kills, warns = [] }) => [...kills, ...warns]);
    const listed = Object.values<Variant>(variants).flatMap(({ warns = {} }) => Object.keys(warns));
    const known = [...named, ...listed, ...Object.keys(spared), ...Object.keys(amberOnly)];
    expect(known.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has more than 120 faults, and no fault that nothing finds', () => {
    const all = Object.entries<Fault>(faults);
    expect(all.length).toBeGreaterThan(120);
    const survivors = all.filter(([, { kills, warns = [] }]) => kills.length + warns.length === 0);
    expect(survivors.map(([name]) => name)).toEqual([]);
  });

  test('turns every scenario red or amber', () => {
    expect(catalogue.filter((scenario) => !isProved(scenario, ledger)).map(({ id }) => id)).toEqual([]);
  });

  test('turns every scenario of a MUST red', () => {
    const musts = catalogue.filter(({ id, requires }) => {
      const stakes = stakesOf(
        requires.map((name) => ledger.get(name)).filter((entry) => entry !== undefined),
      );
      return stakes.weight === 'must' && !stakes.isDerived && !(id in spared) && !(id in amberOnly);
    });
    expect(musts.filter(({ id }) => killersOf(id).red.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('is the page of the documentation', () => {
    expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(renderKillMatrix(catalogue));
  });
});
