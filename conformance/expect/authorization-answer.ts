import type { Pairs } from '../model/exchange.ts';
import { sentBy, valuesOf } from '../model/exchange.ts';
import type { Expectation } from '../model/expectation.ts';
import type { AuthorizationOutcome } from '../model/outcome.ts';
import { answerOf, describeLanding } from './authorization.ts';
import { broken, judge } from './finding.ts';

type Expect = Expectation<AuthorizationOutcome>;

const parameters = ['code', 'state', 'error', 'error_description', 'error_uri', 'access_token', 'iss'];

/** The query of the registered redirect URI itself. */
function ownQuery(redirect_uri: string): Pairs {
  const [, query = ''] = /\?([^#]*)/s.exec(redirect_uri) ?? [];
  return [...new URLSearchParams(query)];
}

/** RFC 6749 §4.1.2 and §4.1.2.1: in the query. A bare `#`, `#_` or `#_=_` behind it is harmless (A42). */
export const answersInQuery: Expect = {
  check: ({ landing }) => {
    const expected = 'the parameters of the answer in the query of the redirect URI';
    if (landing.at !== 'callback') return broken(expected, describeLanding(landing));
    const namesIn = (pairs: Pairs) => pairs.map(([name]) => name).filter((name) => parameters.includes(name));
    const astray = [...namesIn(landing.fragment), ...namesIn(landing.form)];
    return [
      judge(expected, namesIn(landing.query).length > 0, 'none there'),
      judge('nothing of the answer in the fragment or in a body', astray.length === 0, astray.join(', ')),
    ];
  },
};

/** RFC 6749 §1.7 allows 307 and 308; they make the browser send its last form, a password perhaps, to the client (A01). */
export const repeatsNoForm: Expect = {
  check: ({ landing, exchanges }) => {
    const status = exchanges.at(-1)?.response?.status ?? 0;
    const repeats = landing.at === 'callback' && landing.form.length > 0 && [307, 308].includes(status);
    return judge('a redirect that turns POST into GET', !repeats, `status ${status}`, 'advice');
  },
};

/** RFC 6749 §3.1: no parameter of the answer stands there twice. */
export const answersOnce: Expect = {
  check: ({ landing, redirect_uri }) => {
    const answer = answerOf(landing);
    const own = new Set(ownQuery(redirect_uri).map(([name]) => name));
    const twice = parameters.filter((name) => !own.has(name) && valuesOf(answer, name).length > 1);
    if (landing.at !== 'callback') return broken('an answer at the redirect URI', describeLanding(landing));
    return judge('each parameter of the answer once', twice.length === 0, `twice: ${twice.join(', ')}`);
  },
};

/** RFC 6749 §3.1.2: the registered query is still there, in its order, with one `?` before it. */
export const keepsQuery: Expect = {
  check: ({ landing, redirect_uri }) => {
    const expected = 'the query of the redirect URI, unchanged, and the answer behind it';
    if (landing.at !== 'callback') return broken(expected, describeLanding(landing));
    const own = ownQuery(redirect_uri);
    const names = new Set(own.map(([name]) => name));
    const kept = landing.query.filter(([name]) => names.has(name));
    const text = /\?.*$/s.exec(redirect_uri)?.[0].slice(1) ?? '';
    return [
      judge(expected, JSON.stringify(kept) === JSON.stringify(own), `the query is ${queryOf(landing.url)}`),
      judge(
        'the query in the spelling in which it was registered',
        queryOf(landing.url).includes(text),
        `the query is ${queryOf(landing.url)}`,
        'advice',
      ),
    ];
  },
};

/** Without the values of the answer, which are secrets. */
function queryOf(url: string): string {
  const query = /\?([^#]*)/s.exec(url)?.[1] ?? '';
  return query.replace(/\b(code|state|iss)=[^&]*/g, '$1=…');
}

/** RFC 6749 §8.2: names of letters, digits, hyphen, dot and underscore. */
export const namesParametersWell: Expect = {
  check: ({ landing, redirect_uri }) => {
    if (landing.at !== 'callback') return broken('an answer at the redirect URI', describeLanding(landing));
    const own = new Set(ownQuery(redirect_uri).map(([name]) => name));
    const odd = landing.query.filter(([name]) => !own.has(name) && !/^[-._0-9A-Za-z]+$/.test(name));
    const names = odd.map(([name]) => JSON.stringify(name)).join(', ');
    return judge('names of letters, digits, hyphen, dot and underscore', odd.length === 0, names);
  },
};

/** RFC 6749 §3.1: what is not understood is ignored, and so is not sent on. */
export function leavesOut(...names: readonly string[]): Expect {
  return {
    check: ({ landing }) => {
      const copied = names.filter((name) => valuesOf(answerOf(landing), name).length > 0);
      return judge('an answer without the unknown parameter', copied.length === 0, `it has ${copied.join()}`);
    },
  };
}

/** RFC 6749 §4.1.2 has code and state; how long a token lives is for the token response, RFC 6749 §5.1. */
export const keepsLifetimeBack: Expect = {
  check: ({ landing }) => {
    const [lifetime] = valuesOf(answerOf(landing), 'expires_in');
    return judge('no `expires_in` beside the code', lifetime === undefined, `expires_in=${lifetime ?? ''}`);
  },
};

/** No code came, nor a token, whatever else happened. */
export const deliversNothing: Expect = {
  check: ({ landing }) => {
    const handedOut = ['code', 'access_token'].filter((name) => valuesOf(answerOf(landing), name).length > 0);
    return judge('neither a code nor a token', handedOut.length === 0, handedOut.join(', '), 'unsafe');
  },
};

/** RFC 6749 §1.6 and §10.3: no access token passes through the browser in this flow. */
export const keepsTokensBack: Expect = {
  check: ({ landing }) => {
    const has = valuesOf(answerOf(landing), 'access_token').length > 0;
    return judge('no `access_token` at the redirect URI', !has, 'one came', 'unsafe');
  },
};

/** RFC 6749 appendix A.11: printable ASCII. */
export const writesCode: Expect = {
  check: ({ landing }) =>
    valuesOf(answerOf(landing), 'code').map((code) =>
      judge('`code` of printable ASCII', /^[ -~]+$/.test(code), 'it has other characters'),
    ),
};

/** RFC 6749 §3.1.2.4 and §4.1.2.1: a page that tells the owner something; what it says is free. */
export const informsOwner: Expect = {
  check: ({ landing }) => {
    const expected = 'a page that tells the owner that something is wrong';
    if (landing.at !== 'page') return broken(expected, describeLanding(landing));
    return judge(expected, landing.text.trim() !== '', 'an empty page');
  },
};

/** RFC 7636 §4.4.1: words about what is missing, whatever they are. */
export const explainsItself: Expect = {
  check: ({ landing }) => {
    const has = ['error_description', 'error_uri'].some((name) =>
      valuesOf(answerOf(landing), name).some((value) => value !== ''),
    );
    return judge('`error_description` or `error_uri`', has, describeLanding(landing));
  },
};

/** RFC 6749 §10.14: what came in the request stands in no page as markup. */
export function escapes(markup: string): Expect {
  return {
    check: ({ exchanges }) => {
      const isHtml = (headers: Pairs) => headers.some(([n, v]) => n === 'content-type' && /html/i.test(v));
      const raw = exchanges.some(({ response }) => {
        return response !== null && isHtml(response.headers) && response.body.includes(markup);
      });
      return judge('pages that show the value escaped, or not at all', !raw, 'it stands there as markup');
    },
  };
}

/** RFC 6749 §10.14: a line break in a value makes no header of its own. */
export function addsNoHeader(name: string): Expect {
  return {
    check: ({ exchanges }) => {
      const has = exchanges.some(({ response }) => response?.headers.some(([key]) => key === name));
      return judge('headers that no value of the request could write', !has, `a header ${name}`, 'unsafe');
    },
  };
}

/** Two answers of the same server, as far as they can be compared: place, kind and error code. */
export function isSameAnswer(one: AuthorizationOutcome, other: AuthorizationOutcome): boolean {
  return kindOf(one) === kindOf(other);
}

export function kindOf({ landing }: AuthorizationOutcome): string {
  const answer = answerOf(landing);
  const [error] = valuesOf(answer, 'error');
  if (landing.at !== 'callback') return landing.at;
  return error === undefined
    ? `an answer with ${answer
        .map(([name]) => name)
        .sort()
        .join()}`
    : error;
}

/** What was sent under the name, for comparisons. */
export function sentValues({ request }: AuthorizationOutcome, name: string): string[] {
  return valuesOf(sentBy(request), name);
}
