import type { Pairs, Response } from '../model/exchange.ts';
import { valueOf, valuesOf } from '../model/exchange.ts';
import type { Expectation } from '../model/expectation.ts';
import type { Finding } from '../model/finding.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { broken, judge } from './finding.ts';

type Expect = Expectation<HttpOutcome>;

interface Challenge {
  scheme: string;
  /** Names in lower case, values without their quotes. */
  parameters: Pairs;
}

const part = /\s*,?\s*([^\s=,"]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]*))?/gsy;

/** The challenges of all `WWW-Authenticate` headers. A word without `=` opens a challenge, what follows belongs to it. */
function readChallenges(response: Response | null): Challenge[] {
  const challenges: { scheme: string; parameters: [string, string][] }[] = [];
  for (const value of valuesOf(response?.headers ?? [], 'www-authenticate')) {
    for (const [, word = '', text] of value.matchAll(part)) {
      if (text === undefined) challenges.push({ scheme: word.toLowerCase(), parameters: [] });
      else challenges.at(-1)?.parameters.push([word.toLowerCase(), unquote(text)]);
    }
  }
  return challenges;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text;
}

/** The parameters of the Bearer challenge; null where there is none. */
function bearerOf({ response }: HttpOutcome): Pairs | null {
  return readChallenges(response).find(({ scheme }) => scheme === 'bearer')?.parameters ?? null;
}

/** A finding on the Bearer challenge, which has to be there. */
function onChallenge(judgeIt: (parameters: Pairs) => Finding | readonly Finding[]): Expect {
  return {
    check: (outcome) => {
      const parameters = bearerOf(outcome);
      if (parameters === null) return broken('a `Bearer` challenge', 'there is none');
      return judgeIt(parameters);
    },
  };
}

/** RFC 6750 §3: the scheme is followed by one parameter or more. */
export const hasChallengeParameter: Expect = onChallenge((parameters) =>
  judge('a parameter after `Bearer`', parameters.length > 0, 'a bare `Bearer`'),
);

/** RFC 6750 §3: a parameter that stands there once at most. */
export function namesOnce(...names: readonly string[]): Expect {
  return onChallenge((parameters) =>
    names.map((name) => {
      const count = valuesOf(parameters, name).length;
      return judge(`\`${name}\` once at most`, count <= 1, `${count} times`);
    }),
  );
}

/** RFC 6750 §3.1: one of these codes in the challenge. */
export function challengesWithError(...codes: readonly string[]): Expect {
  return onChallenge((parameters) => {
    const error = valueOf(parameters, 'error');
    return judge(
      `\`error\` \`${codes.join('` or `')}\` in the challenge`,
      error !== undefined && codes.includes(error),
      error === undefined ? 'no `error`' : `\`error\` is \`${error}\``,
    );
  });
}

/** RFC 6750 §3.1: nothing about an error where no token was sent. */
export const challengesWithoutError: Expect = onChallenge((parameters) => {
  const names = parameters.map(([name]) => name).filter((name) => name.startsWith('error'));
  return judge('a challenge without `error`', names.length === 0, `\`${names.join('`, `')}\``);
});

/** RFC 6750 §3: a challenge that can be read to its end. */
export const writesChallenge: Expect = {
  check: ({ response }) => {
    const values = valuesOf(response?.headers ?? [], 'www-authenticate');
    const unread = values
      .filter((value) => /\bbearer\b/i.test(value))
      .map((value) => value.replace(part, '').trim())
      .filter((rest) => rest !== '');
    return judge(
      'a challenge in the syntax of HTTP',
      unread.length === 0,
      `unreadable from ${unread.join('; ')}`,
    );
  },
};

/** RFC 6750 §3: the alphabets of the challenge's parameters, after unquoting. */
export const keepsChallengeAlphabets: Expect = onChallenge((parameters) => {
  const rules = [
    ['scope', /^[!#-[\]-~]+( [!#-[\]-~]+)*$/],
    ['error', /^[ !#-[\]-~]+$/],
    ['error_description', /^[ !#-[\]-~]*$/],
    ['error_uri', /^[a-z][a-z0-9+.-]*:[!#-[\]-~]*$/i],
  ] as const;
  return rules.map(([name, allowed]) => {
    const values = valuesOf(parameters, name);
    const isLegal = values.every((value) => allowed.test(value));
    return judge(`\`${name}\` within its alphabet`, isLegal, JSON.stringify(values.join(' and ')));
  });
});
