import { headerOf, type Response } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import type { Expectation } from '../model/expectation.ts';
import { broken, held, judge, quoteAll } from './finding.ts';

type Expect = Expectation<HttpOutcome>;

/** A member of a JSON object; undefined where the body is none, or has no such member. */
export function memberOf(json: unknown, name: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, name)
    ? (json as Record<string, unknown>)[name]
    : undefined;
}

/** In words, for a report. */
export function describeAnswer({ response, exchange, json }: HttpOutcome): string {
  if (response === null) return exchange.failure ?? 'no answer';
  const error = memberOf(json, 'error');
  if (typeof error === 'string') return `status ${response.status} with \`error\` \`${error}\``;
  if (memberOf(json, 'access_token') !== undefined) return `status ${response.status} with an access token`;
  return `status ${response.status}, ${headerOf(response, 'content-type') ?? 'no media type'}`;
}

/** RFC 6749 §5.1: 200, JSON, an access token and its type. */
export const issuesTokens: Expect = {
  check: (outcome) => {
    const { response, json } = outcome;
    const received = describeAnswer(outcome);
    const token = memberOf(json, 'access_token');
    return [
      judge('status 200', response?.status === 200, received),
      judge('an `access_token`, a non-empty string', typeof token === 'string' && token !== '', received),
      judge('a `token_type`, a string', typeof memberOf(json, 'token_type') === 'string', received),
    ];
  },
};

interface Legal {
  /** Not the code that fits, and tolerated all the same: worth a warning and no more. */
  tolerated?: readonly string[];
  /** Whether 401 is compulsory, allowed, or wrong. By default it is allowed with `invalid_client` only. */
  unauthorized?: 'compulsory' | 'allowed';
}

/** RFC 6749 §5.2: no token, and the error response with one of these codes. */
export function refusesToken(
  codes: readonly string[],
  { tolerated = [], unauthorized = 'allowed' }: Legal = {},
): Expect {
  return {
    check: (outcome) => {
      const { response, json } = outcome;
      const expected = `an error response with \`error\` ${quoteAll(codes)}`;
      const noToken = noTokenIn(outcome);
      if (response === null) return [noToken, broken(expected, describeAnswer(outcome))];
      const error = memberOf(json, 'error');
      const isClientError = error === 'invalid_client';
      const statuses = isClientError ? (unauthorized === 'compulsory' ? [401] : [400, 401]) : [400];
      const isLegal = typeof error === 'string' && codes.includes(error);
      const isTolerated = typeof error === 'string' && tolerated.includes(error);
      return [
        noToken,
        judge(expected, isLegal, describeAnswer(outcome), isTolerated ? 'advice' : 'form'),
        judge(`status ${statuses.join(' or ')}`, statuses.includes(response.status), describeAnswer(outcome)),
        ...errorBodyFindings(outcome, response),
      ];
    },
  };
}

/** Refused in whatever way: no token, no 5xx. Where the text says no more than that. */
export const handsOutNothing: Expect = {
  check: (outcome) => [
    noTokenIn(outcome),
    judge('no server error', (outcome.response?.status ?? 500) < 500, describeAnswer(outcome), 'advice'),
  ],
};

/** Neither as the text has it, nor in a form, nor deeper in the JSON: wherever it stands, a client could take it. */
function noTokenIn({ response, json }: HttpOutcome): Finding {
  const isThere = (value: unknown) => value !== undefined && value !== null && value !== '';
  const has = ['access_token', 'refresh_token'].some((name) => isThere(memberOf(json, name)));
  const isHidden = hiddenToken.test(response?.body ?? '');
  return judge('no token in the answer', !has && !isHidden, 'a token was issued', 'unsafe');
}

const hiddenToken = /^\s*(?:[\w.]+=[^&\s]*&)*(?:access|refresh)_token=[^&\s]|"access_token"\s*:\s*"[^"]/;

function errorBodyFindings({ json }: HttpOutcome, response: Response): Finding[] {
  const type = headerOf(response, 'content-type') ?? 'none';
  const text = /^[ !#-[\]-~]*$/;
  const findings = [judge('the media type `application/json`', isJson(type), `the media type is ${type}`)];
  const description = memberOf(json, 'error_description');
  if (description !== undefined) {
    const isLegal = typeof description === 'string' && text.test(description);
    findings.push(
      judge(
        '`error_description` of printable ASCII without quotes and backslashes',
        isLegal,
        JSON.stringify(description),
      ),
    );
  }
  const uri = memberOf(json, 'error_uri');
  if (uri !== undefined) {
    const isLegal = typeof uri === 'string' && /^[!#-[\]-~]*$/.test(uri);
    findings.push(judge('`error_uri`, a URI', isLegal, JSON.stringify(uri)));
  }
  return findings;
}

export function isJson(mediaType: string): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(mediaType);
}

/** RFC 6749 §5.1: neither the answer nor anything in it may be kept by a cache. */
export const forbidsStoring: Expect = {
  check: ({ response }) => {
    const value = response === null ? '' : (headerOf(response, 'cache-control') ?? '');
    const directives = value
      .toLowerCase()
      .split(',')
      .map((part) => part.trim());
    return judge(
      '`Cache-Control: no-store`',
      directives.includes('no-store'),
      value === '' ? 'no `Cache-Control`' : `\`Cache-Control: ${value}\``,
    );
  },
};

/** RFC 6749 §5.2 and RFC 6750 §3: a challenge of this scheme. */
export function challenges(scheme: string): Expect {
  return {
    check: ({ response }) => {
      const values = (response?.headers ?? [])
        .filter(([name]) => name === 'www-authenticate')
        .map(([, value]) => value);
      const expected = `\`WWW-Authenticate\` with the scheme ${scheme}`;
      if (values.length === 0) return broken(expected, 'no `WWW-Authenticate`');
      const has = values.some((value) => new RegExp(`(^|,)\\s*${scheme}(\\s|,|$)`, 'i').test(value));
      return has ? held(expected) : broken(expected, values.join('; '));
    },
  };
}

/** RFC 9110 §15.5.2: a 401 carries a challenge, of whatever scheme. Worth a warning under RFC 6749 (A13). */
export const challengesWith401: Expect = {
  check: ({ response }) => {
    const has = response !== null && headerOf(response, 'www-authenticate') !== undefined;
    return judge('`WWW-Authenticate` with a 401', response?.status !== 401 || has, 'there is none', 'advice');
  },
};

/** A status among these. */
export function answersWith(...statuses: readonly number[]): Expect {
  return {
    check: (outcome) =>
      judge(
        `status ${statuses.join(' or ')}`,
        statuses.includes(outcome.response?.status ?? 0),
        describeAnswer(outcome),
      ),
  };
}
