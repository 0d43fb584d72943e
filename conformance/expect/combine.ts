import type { Expectation } from '../model/expectation.ts';

/** Any of these outcomes conforms; where none came, the findings of the first one stand. */
export function anyOf<Outcome>(...alternatives: readonly Expectation<Outcome>[]): Expectation<Outcome> {
  return {
    check: (outcome) => {
      const tried = alternatives.map(({ check }) => [check(outcome)].flat());
      const best = tried.find((findings) => findings.every(({ received }) => received === null));
      return best ?? tried[0] ?? [];
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
