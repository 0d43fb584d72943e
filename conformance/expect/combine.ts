import type { Expectation } from '../model/expectation.ts';
import type { Finding, Gravity } from '../model/finding.ts';

const gravities: readonly Gravity[] = ['advice', 'form', 'unsafe'];

/** How far an outcome is from what an expectation asks for: 0 where it holds. */
function distance(findings: readonly Finding[]): number {
  const lacking = findings.filter(({ received }) => received !== null);
  return Math.max(0, ...lacking.map(({ gravity }) => gravities.indexOf(gravity) + 1));
}

/** Where the texts leave it open: one of these, and the findings are those of the one that came closest. */
export function eitherOf<Outcome>(...alternatives: readonly Expectation<Outcome>[]): Expectation<Outcome> {
  return {
    check: (outcome) => {
      const tried = alternatives.map(({ check }) => [check(outcome)].flat());
      return tried.sort((a, b) => distance(a) - distance(b))[0] ?? [];
    },
  };
}

/** The first, or at least the second, which the texts tolerate: worth a word and no more. */
export function preferably<Outcome>(
  wanted: Expectation<Outcome>,
  tolerated: Expectation<Outcome>,
): Expectation<Outcome> {
  return {
    check: (outcome) => {
      const findings = [wanted.check(outcome)].flat();
      if (distance(findings) === 0 || distance([tolerated.check(outcome)].flat()) > 0) return findings;
      return findings.map((finding) => ({ ...finding, gravity: 'advice' as const }));
    },
  };
}

/** Where the texts ask it of the client alone, or leave it open: what does not hold is worth a warning and no more. */
export function asAdvice<Outcome>(...expectations: readonly Expectation<Outcome>[]): Expectation<Outcome> {
  return {
    check: (outcome) =>
      expectations
        .flatMap(({ check }) => check(outcome))
        .map((finding) => ({ ...finding, gravity: 'advice' as const })),
  };
}
