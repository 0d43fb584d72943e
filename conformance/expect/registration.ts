import type { Expectation } from '../model/expectation.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { stringsOf, textOf } from '../target/registration-answer.ts';
import { judge } from './finding.ts';
import { describeAnswer } from './http.ts';

type Expect = Expectation<HttpOutcome>;

/** Whether a client came of it, RFC 7591 §3.2.1. */
export function isRegistered({ response, json }: HttpOutcome): boolean {
  return response !== null && response.status < 300 && textOf(json, 'client_id') !== null;
}

/**
 * Nobody is registered. A server may register something else than was asked for and say so (RFC 7591 §3.2.1): a client
 * to which it gave a redirect URI, or a public one that it made confidential, is not the one that was asked for.
 */
export function registersNoneWithoutRedirectUri(role: 'confidential' | 'public'): Expect {
  return {
    check: (outcome) => {
      const { response, json } = outcome;
      const hasUri = (stringsOf(json, 'redirect_uris') ?? []).length > 0;
      const isAnother = hasUri || (role === 'public' && textOf(json, 'client_secret') !== null);
      const isThere = isRegistered(outcome);
      const status = response?.status ?? 0;
      const isRefused = status >= 400 && status < 500;
      return [
        judge(
          `no ${role} client without a redirect URI`,
          !isThere || isAnother,
          'it is registered',
          'unsafe',
        ),
        judge('a refusal of the request', isThere || isRefused, describeAnswer(outcome)),
      ];
    },
  };
}
