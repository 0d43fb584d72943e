import { describe, expect, test } from 'vitest';
import { catalogue } from '../scenarios/catalogue.ts';
import { baselineOf } from './fault-proof.ts';
import { play } from './play.ts';
import { variants, type Variant, type VariantName } from './variants.ts';

describe('no scenario turns red on a server that is different and as correct', { timeout: 60_000 }, () => {
  test.each(Object.keys(variants) as VariantName[])('%s', async (name) => {
    const baseline = await baselineOf(undefined);
    const { warns = {} }: Variant = variants[name];
    const results = await play(catalogue, { variant: name });
    const turned = results.filter(
      ({ id, verdict }) => !isFine(verdict, baseline.get(id)?.verdict, id in warns),
    );
    expect(turned.map(({ id, verdict, reason, findings }) => ({ id, verdict, reason, findings }))).toEqual(
      [],
    );
    const amber = results.filter(
      ({ id, verdict }) => verdict === 'warn' && baseline.get(id)?.verdict !== 'warn',
    );
    expect(amber.map(({ id }) => id).sort()).toEqual(Object.keys(warns).sort());
  });
});

function isFine(verdict: string, before: string | undefined, mayWarn: boolean): boolean {
  return verdict === 'pass' || verdict === 'skip' || verdict === before || (verdict === 'warn' && mayWarn);
}
