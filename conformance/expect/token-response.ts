import { headerOf } from '../model/exchange.ts';
import type { Expectation } from '../model/expectation.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { held, judge } from './finding.ts';
import { describeAnswer, isJson, memberOf } from './http.ts';
import { repeatedMembers } from './json-members.ts';

type Expect = Expectation<HttpOutcome>;

/** RFC 6749 §5.1 and §5.2: one JSON object, and its media type. */
export const answersJson: Expect = {
  check: ({ response, json }) => {
    const type = response === null ? undefined : headerOf(response, 'content-type');
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
    return [
      judge(
        'the media type `application/json`',
        isJson(type ?? ''),
        `the media type is ${type ?? 'not named'}`,
      ),
      judge('one JSON object', isObject, 'the body is none'),
    ];
  },
};

/** RFC 6749 §3.2: no member stands in the body twice. */
export const repeatsNoMember: Expect = {
  check: ({ response }) => {
    const names = repeatedMembers(response?.body ?? '');
    return judge('each member once', names.length === 0, `\`${names.join('`, `')}\` more than once`);
  },
};

/** A member that is text within an alphabet, or is not there at all. */
export function keepsAlphabet(member: string, allowed: RegExp, words: string): Expect {
  return {
    check: ({ json }) => {
      const value = memberOf(json, member);
      if (value === undefined) return held(`\`${member}\` of ${words}`);
      const isLegal = typeof value === 'string' && allowed.test(value);
      return judge(`\`${member}\`, a string of ${words}`, isLegal, `it is ${describeValue(value)}`);
    },
  };
}

/** Never the value itself: it may be a secret. */
function describeValue(value: unknown): string {
  if (typeof value !== 'string') return value === null ? 'null' : `a ${typeof value}`;
  return value === '' ? 'empty' : `a string of ${value.length} characters, others among them`;
}

/** RFC 6749 §7.1 and §8.1: a registered type, compared without regard to case, or an absolute URI. */
export const namesTokenType: Expect = {
  check: (outcome) => {
    const value = memberOf(outcome.json, 'token_type');
    const type = typeof value === 'string' ? value : '';
    const isUri = /^[a-z][a-z0-9+.-]*:/i.test(type) && URL.canParse(type);
    const isRegistered = ['bearer', 'dpop', 'pop', 'n_a'].includes(type.toLowerCase());
    return [
      judge('a `token_type`, a non-empty string', type !== '', describeAnswer(outcome)),
      judge(
        '`token_type` of letters, digits, `-`, `.` and `_`, or a URI',
        isUri || /^[-._A-Za-z0-9]+$/.test(type),
        type,
      ),
      judge('a `token_type` that is registered, or a URI', isUri || isRegistered, type),
    ];
  },
};

/** RFC 6749 §8.2: the names of all members. */
export const namesMembers: Expect = {
  check: ({ json }) => {
    const wrong = Object.keys(json ?? {}).filter((name) => !/^[-._A-Za-z0-9]+$/.test(name));
    return judge(
      'names of letters, digits, `-`, `.` and `_`',
      wrong.length === 0,
      JSON.stringify(wrong.join(' ')),
    );
  },
};

/** RFC 6749 §5.1 and §A.14: a JSON number, whole and not negative, where it is there. */
export const countsSeconds: Expect = {
  check: ({ json }) => {
    const value = memberOf(json, 'expires_in');
    const isCount = value === undefined || (Number.isInteger(value) && Number(value) >= 0);
    return judge(
      '`expires_in`, a whole number that is not negative',
      isCount,
      `it is ${JSON.stringify(value)}`,
    );
  },
};

/** RFC 6749 §5.1: the lifetime is told. */
export const tellsLifetime: Expect = {
  check: ({ json }) =>
    judge(
      'an `expires_in`, the lifetime in seconds',
      memberOf(json, 'expires_in') !== undefined,
      'there is none',
    ),
};

/** RFC 6750 §5.3: an hour or less. */
export const livesAnHourAtMost: Expect = {
  check: ({ json }) => {
    const seconds = Number(memberOf(json, 'expires_in') ?? 0);
    return judge('a lifetime of 3600 seconds or less', !(seconds > 3600), `it is ${seconds} seconds`);
  },
};

/** RFC 6749 §5.1: for caches that know HTTP/1.0 only; deprecated since (A26). */
export const forbidsStoringByOldCaches: Expect = {
  check: ({ response }) => {
    const value = (response === null ? undefined : headerOf(response, 'pragma')) ?? '';
    const received = value === '' ? 'no `Pragma`' : `\`Pragma: ${value}\``;
    return judge('`Pragma: no-cache`', /(^|,)\s*no-cache\s*(,|$)/i.test(value), received, 'advice');
  },
};

/** RFC 6749 §5.2: `error` is one code, and nothing of the answer is a token. */
export const namesOneError: Expect = {
  check: (outcome) => {
    const error = memberOf(outcome.json, 'error');
    const isCode = typeof error === 'string' && /^[ !#-[\]-~]+$/.test(error);
    return judge(
      'an `error` of printable ASCII without quotes and backslashes',
      isCode,
      describeAnswer(outcome),
    );
  },
};

/** Whatever the answer: there is one, and it is no 5xx. */
export const answersWithoutServerError: Expect = {
  check: (outcome) =>
    judge('no server error', (outcome.response?.status ?? 500) < 500, describeAnswer(outcome)),
};
