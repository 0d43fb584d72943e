import { asAdvice } from '../../expect/combine.ts';
import { issuesTokens } from '../../expect/http.ts';
import { tellsLifetime } from '../../expect/token-response.ts';
import { holdsToken } from '../../expect/tokens.ts';
import { valuesOf } from '../../model/exchange.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6750 §5.2: what a bearer token may not be, and where it may not stand. A lifetime may be told elsewhere too. */
export const threatMitigation: readonly Scenario[] = [
  {
    id: 'rfc6750/5.2/lifetime-limited',
    title: 'says that the access token has an end',
    requires: ['RFC6750-5.2-e'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, asAdvice(tellsLifetime)],
  },
  {
    id: 'rfc6750/5.2/no-token-in-cookies',
    title: 'puts no token into a cookie',
    requires: ['RFC6750-5.2-d'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const tokens = await stage.obtainTokens();
      const cookies = stage.exchanges.flatMap(({ response }) =>
        valuesOf(response?.headers ?? [], 'set-cookie'),
      );
      const isThere = cookies.some((cookie) => holdsToken(cookie, tokens));
      stage.found('cookies without tokens', isThere ? 'a token in a cookie' : null, 'unsafe');
    },
  },
];
