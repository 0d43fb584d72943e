import type { Expectation } from '../model/expectation.ts';
import type { Finding } from '../model/finding.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { broken, judge } from './finding.ts';
import { describeAnswer, memberOf, refusesToken } from './http.ts';

type Expect = Expectation<HttpOutcome>;

/** RFC 6749 §3.3: the tokens of a scope; their order means nothing. */
export function scopeTokens(scope: string): string[] {
  return [...new Set(scope.split(' ').filter((token) => token !== ''))].sort();
}

export function isSameScope(one: string, other: string): boolean {
  return scopeTokens(one).join(' ') === scopeTokens(other).join(' ');
}

/** What the answer says was granted: an absent `scope` says that it is what was asked for. */
export function statedScope({ json }: HttpOutcome, asked: string): string {
  const scope = memberOf(json, 'scope');
  return typeof scope === 'string' ? scope : asked;
}

/** RFC 6749 §3.3 and §5.1: what is stated, or left unsaid, is what the token was granted. Unjudged where nothing tells. */
export function scopeFinding(outcome: HttpOutcome, asked: string, granted: string | null): Finding {
  const stated = statedScope(outcome, asked);
  const isTrue = granted === null || isSameScope(stated, granted);
  return judge(
    '`scope` with what was granted, or none where that is what was asked for',
    isTrue,
    `the answer stands for \`${stated}\`, the token for \`${granted ?? ''}\``,
  );
}

/** RFC 6749 §3.3: tokens of printable ASCII without quotes and backslashes, single spaces between them. */
export const writesScope: Expect = {
  check: ({ json }) => {
    const scope = memberOf(json, 'scope');
    const isLegal =
      scope === undefined || (typeof scope === 'string' && /^[!#-[\]-~]+( [!#-[\]-~]+)*$/.test(scope));
    return judge('`scope` of tokens with single spaces between them', isLegal, JSON.stringify(scope));
  },
};

/** RFC 6749 §6: refused as `invalid_scope`, or granted without it and said so (A22). */
export function withholdsScope(extra: string): Expect {
  return {
    check: (outcome) => {
      const expected = `\`invalid_scope\`, or a success whose \`scope\` does not hold \`${extra}\``;
      if (memberOf(outcome.json, 'access_token') === undefined)
        return refusesToken(['invalid_scope']).check(outcome);
      const scope = memberOf(outcome.json, 'scope');
      if (typeof scope !== 'string') return broken(expected, 'a success that does not say what was granted');
      return judge(expected, !scopeTokens(scope).includes(extra), 'it was granted', 'unsafe');
    },
  };
}

/** RFC 6749 §6: the answer stands for exactly this scope. */
export function grantsScope(wanted: string, asked: string): Expect {
  return {
    check: (outcome) => {
      const isGranted = memberOf(outcome.json, 'access_token') !== undefined;
      const stated = statedScope(outcome, asked);
      return judge(
        `a success with the scope \`${wanted}\``,
        isGranted && isSameScope(stated, wanted),
        isGranted ? `the scope is \`${stated}\`` : describeAnswer(outcome),
      );
    },
  };
}
