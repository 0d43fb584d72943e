import type { Finding, Gravity, Verdict } from '../model/finding.ts';
import type { Requirement, Weight } from '../model/requirement.ts';
import { weightOf } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';

/** How much the requirements of a scenario weigh together. */
export interface Stakes {
  weight: Weight;
  /** Every sentence addresses the client; the server's side follows indirectly. */
  isDerived: boolean;
  /** The strongest word, for a report. */
  level: string;
}

const order: readonly Weight[] = ['must', 'should', 'may'];

/** What only advises weighs as a SHOULD, whatever stands behind it: it warns at worst. */
export function stakesOf(
  requirements: readonly Requirement[],
  { advises }: Pick<Scenario, 'advises'> = {},
): Stakes {
  const strongest = [...requirements].sort(
    (a, b) => order.indexOf(weightOf(a.level)) - order.indexOf(weightOf(b.level)),
  )[0];
  if (strongest === undefined) throw new Error('a scenario without requirements');
  const weight = weightOf(strongest.level);
  const isDerived = requirements.every(({ binds }) => binds === 'derived');
  if (advises !== undefined && weight === 'must') return { weight: 'should', isDerived, level: 'SHOULD' };
  return { weight, isDerived, level: strongest.level };
}

/** The verdict on one finding that did not hold. What the texts tolerate never fails. */
export function verdictOn(
  { received, gravity }: Finding,
  { weight, isDerived }: Stakes,
): 'pass' | 'warn' | 'fail' {
  if (received === null) return 'pass';
  if (gravity === 'advice') return weight === 'may' ? 'pass' : 'warn';
  if (weight === 'may') return gravity === 'unsafe' ? 'warn' : 'pass';
  if (weight === 'should') return 'warn';
  return gravity === 'unsafe' || !isDerived ? 'fail' : 'warn';
}

const worst: readonly Verdict[] = ['fail', 'warn', 'pass'];

/** The verdict on a scenario: the worst of its findings. */
export function verdictOf(findings: readonly Finding[], stakes: Stakes): 'pass' | 'warn' | 'fail' {
  const verdicts = findings.map((finding) => verdictOn(finding, stakes));
  return (worst.find((verdict) => (verdicts as Verdict[]).includes(verdict)) ?? 'pass') as
    'pass' | 'warn' | 'fail';
}

const gravest: readonly Gravity[] = ['unsafe', 'form', 'advice'];

/** The findings that count, worst first: what was handed out before how it was worded. */
export function brokenOf(findings: readonly Finding[], stakes: Stakes): Finding[] {
  return findings
    .filter((finding) => verdictOn(finding, stakes) !== 'pass')
    .sort(
      (a, b) =>
        worst.indexOf(verdictOn(a, stakes)) - worst.indexOf(verdictOn(b, stakes)) ||
        gravest.indexOf(a.gravity) - gravest.indexOf(b.gravity),
    );
}

/** The status with which the command ends: what is worse wins, and nothing learned is never success. */
export function exitStatus(verdicts: readonly Verdict[], { strict }: { strict: boolean }): number {
  const has = (verdict: Verdict) => verdicts.includes(verdict);
  if (has('error')) return 4;
  if (has('fail') || (strict && has('warn'))) return 1;
  if (has('blocked')) return 3;
  return has('pass') || has('warn') ? 0 : 2;
}
