import { headerOf } from '../model/exchange.ts';
import type { Expectation } from '../model/expectation.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { judge } from './finding.ts';
import { describeAnswer } from './http.ts';

type Expect = Expectation<HttpOutcome>;

/** RFC 6749 §7: the resource opens. */
export const servesResource: Expect = {
  check: (outcome) => judge('a status of 2xx', isServed(outcome), describeAnswer(outcome)),
};

/** RFC 6749 §7: the resource stays shut, by an answer of the 4xx kind. */
export const deniesAccess: Expect = {
  check: (outcome) => {
    const status = outcome.response?.status ?? 500;
    return [
      judge('no access', !isServed(outcome), describeAnswer(outcome), 'unsafe'),
      judge('a status of 4xx', status >= 400 && status < 500, describeAnswer(outcome)),
    ];
  },
};

/** RFC 6750 §2.3: where the token stood in the URL and opened the resource, shared caches do not keep the answer. */
export const staysPrivate: Expect = {
  check: (outcome) => {
    const value = (outcome.response === null ? undefined : headerOf(outcome.response, 'cache-control')) ?? '';
    const isPrivate = /(^|,)\s*(private|no-store)\s*(,|$|=)/i.test(value);
    return judge(
      '`Cache-Control: private`, or no access',
      isPrivate || !isServed(outcome),
      value === '' ? 'no `Cache-Control`' : value,
    );
  },
};

function isServed({ response }: HttpOutcome): boolean {
  return response !== null && response.status >= 200 && response.status < 300;
}
