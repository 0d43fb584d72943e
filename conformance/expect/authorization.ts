import { headerOf, sentBy, valueOf, valuesOf, type Pairs, type RequestDraft } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { AuthorizationOutcome, Landing } from '../model/outcome.ts';
import type { Expectation } from '../model/expectation.ts';
import { broken, judge, quoteAll } from './finding.ts';

type Expect = Expectation<AuthorizationOutcome>;

/** The parameters that came back, by whatever response mode. A form beside an answer in the URL is one of the server's own, sent on. */
export function answerOf(landing: Landing): Pairs {
  if (landing.at !== 'callback') return [];
  const inUrl = [...landing.query, ...landing.fragment];
  const isAnswer = inUrl.some(([name]) => name === 'code' || name === 'error');
  return isAnswer ? inUrl : [...inUrl, ...landing.form];
}

/** In words, for a report. */
export function describeLanding(landing: Landing): string {
  switch (landing.at) {
    case 'callback': {
      const names = answerOf(landing).map(([name, value]) => (name === 'error' ? `error=${value}` : name));
      return `the browser came to the redirect URI with ${names.length === 0 ? 'no parameters' : names.join(', ')}`;
    }
    case 'page':
      return `the browser stayed on a page of the server (status ${landing.status})`;
    case 'elsewhere':
      return `the browser was sent to ${landing.url.replace(/[?#].*$/s, '')}`;
    case 'nowhere':
      return landing.reason;
  }
}

/** RFC 6749 §4.1.2: the browser comes to the redirect URI with one code, the state, and no error. */
export const deliversCode: Expect = {
  check: ({ landing, request }) => {
    const expected = 'a redirect to the redirect URI with one `code`';
    const answer = answerOf(landing);
    const [code, ...more] = valuesOf(answer, 'code');
    if (landing.at !== 'callback' || code === undefined || code === '')
      return broken(expected, describeLanding(landing));
    return [
      judge(expected, more.length === 0, 'several codes'),
      judge('no `error` beside the code', valueOf(answer, 'error') === undefined, describeLanding(landing)),
      stateFinding(request, answer),
    ];
  },
};

/** RFC 6749 §4.1.2 and §4.1.2.1: `state` comes back exactly, and only where there was one. */
export const returnsState: Expect = {
  check: ({ landing, request }) => {
    if (landing.at !== 'callback') return broken('an answer at the redirect URI', describeLanding(landing));
    return stateFinding(request, answerOf(landing));
  },
};

/** Where `state` was itself repeated, either value or none will do (A07). */
function stateFinding(request: RequestDraft, answer: Pairs): Finding {
  const sent = valuesOf(sentBy(request), 'state').filter((value) => value !== '');
  const returned = valuesOf(answer, 'state');
  if (sent.length === 0) {
    const expected = 'no `state`, since none was sent';
    const came = returned.join('');
    return judge(
      expected,
      returned.length === 0,
      came === '' ? 'an empty `state`' : 'a `state`',
      came === '' ? 'advice' : 'form',
    );
  }
  const expected = '`state` with exactly the value that was sent';
  if (returned.length === 0) return judge(expected, sent.length > 1, 'no `state`');
  return judge(
    expected,
    returned.length === 1 && sent.includes(returned[0] ?? ''),
    `\`state\` is ${JSON.stringify(returned.join(' and '))}`,
  );
}

interface Legal {
  /** Not the code that fits, and tolerated all the same: worth a warning and no more. */
  tolerated?: readonly string[];
  /** Whether an error page in place of the redirect is tolerated. */
  orPage?: boolean;
  /** Where the `state` is what is wrong: it need not come back then, though never altered (A20). */
  mayDropState?: boolean;
}

/** RFC 6749 §4.1.2.1: an error response at the redirect URI with one of these codes, the state, and no code. */
export function redirectsError(
  codes: readonly string[],
  { tolerated = [], orPage = false, mayDropState = false }: Legal = {},
): Expect {
  return {
    check: ({ landing, request }) => {
      const expected = `a redirect to the redirect URI with \`error\` ${quoteAll(codes)}`;
      const answer = answerOf(landing);
      const noCode = judge(
        'no `code`',
        valueOf(answer, 'code') === undefined,
        'a `code` was issued',
        'unsafe',
      );
      if (landing.at === 'page' && orPage)
        return [noCode, broken(expected, describeLanding(landing), 'advice')];
      if (landing.at !== 'callback')
        return [
          noCode,
          broken(expected, describeLanding(landing), landing.at === 'elsewhere' ? 'unsafe' : 'form'),
        ];
      const [error, ...more] = valuesOf(answer, 'error');
      if (error === undefined || more.length > 0) return [noCode, broken(expected, describeLanding(landing))];
      const isTolerated = tolerated.includes(error);
      return [
        noCode,
        judge(expected, codes.includes(error), `\`error\` is \`${error}\``, isTolerated ? 'advice' : 'form'),
        ...(mayDropState && valuesOf(answer, 'state').length === 0 ? [] : [stateFinding(request, answer)]),
        ...characterFindings(answer),
      ];
    },
  };
}

/** RFC 6749 §4.1.2.1 and appendix A: the characters that `error`, `error_description` and `error_uri` may hold. */
function characterFindings(answer: Pairs): Finding[] {
  const rules = [
    ['error', /^[ !#-[\]-~]+$/],
    ['error_description', /^[ !#-[\]-~]*$/],
    ['error_uri', /^[!#-[\]-~]*$/],
  ] as const;
  return rules.flatMap(([name, allowed]) =>
    valuesOf(answer, name).map((value) =>
      judge(
        `\`${name}\` of printable ASCII without quotes and backslashes`,
        allowed.test(value),
        `\`${name}\` is ${JSON.stringify(value)}`,
      ),
    ),
  );
}

/**
 * RFC 6749 §3.1.2.4 and §4.1.2.1: the browser is not sent to the URI of the request, and no code is issued. Any page
 * of the server's own is fine, whatever its status; an error at another registered URI is tolerated (A03).
 */
export const staysOnPage: Expect = {
  check: ({ landing, navigations, exchanges, request, redirect_uri }) => {
    const named = valuesOf(sentBy(request), 'redirect_uri').filter((uri) => uri !== '');
    const wrong = named.filter((uri) => uri !== redirect_uri);
    // The raw header too: a browser resolves what is relative, and stays where a location is no URL.
    const locations = exchanges.map(({ response }) => response && headerOf(response, 'location'));
    const targets = [...navigations, ...locations].filter((url) => typeof url === 'string');
    const expected = 'a page of the server, no redirect to the client';
    const issued = navigations.some((url) => /[?&#]code=/.test(url) && !isHome(url, request.url));
    const followed = targets.find((url) => wrong.some((uri) => url.startsWith(uri)));
    const noCode = judge(
      'no `code` anywhere',
      !issued && valueOf(answerOf(landing), 'code') === undefined,
      'a `code` was issued',
      'unsafe',
    );
    if (followed !== undefined)
      return [noCode, broken(expected, 'the browser was sent to the URI of the request', 'unsafe')];
    if (landing.at === 'page') {
      return [noCode, judge(expected, landing.status < 500, describeLanding(landing), 'advice')];
    }
    if (landing.at === 'nowhere') return [noCode, broken(expected, describeLanding(landing))];
    const hasChoice = landing.at === 'callback' && (wrong.length > 0 || named.length === 0);
    return [noCode, broken(expected, describeLanding(landing), hasChoice ? 'advice' : 'unsafe')];
  },
};

function isHome(url: string, endpoint: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(endpoint).origin;
}

/** Whatever the answer: no 5xx, and an answer at all. */
export const answersCleanly: Expect = {
  check: ({ landing, exchanges }) => {
    const expected = 'an answer without a server error';
    const broke = exchanges.find(({ response }) => response !== null && response.status >= 500);
    if (broke !== undefined) return broken(expected, `status ${broke.response?.status}`);
    return judge(expected, landing.at !== 'nowhere', describeLanding(landing));
  },
};
