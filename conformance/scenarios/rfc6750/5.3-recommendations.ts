import { livesAnHourAtMost } from '../../expect/token-response.ts';
import { issuesTokens } from '../../expect/http.ts';
import { holdsToken } from '../../expect/tokens.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6750 §5.3: what keeps a stolen token from being worth much. */
export const tokenRecommendations: readonly Scenario[] = [
  {
    id: 'rfc6750/5.3/lifetime',
    title: 'gives access tokens that live for an hour at most',
    requires: ['RFC6750-5.3-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, livesAnHourAtMost],
  },
  {
    id: 'rfc6750/5.3/lifetime-on-refresh',
    title: 'gives access tokens that live for an hour at most on refresh',
    requires: ['RFC6750-5.3-a'],
    from: 'refresh request',
    change: null,
    expect: [issuesTokens, livesAnHourAtMost],
  },
  {
    id: 'rfc6750/5.3/no-token-in-urls',
    title: 'puts no token into a URL that the browser is sent to',
    requires: ['RFC6750-5.3-c', 'RFC6749-10.3-a', 'RFC6749-10.4-d'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const outcome = await stage.authorize();
      const code = stage.codeOf(outcome);
      stage.require(code !== null, 'no code for a valid request');
      const tokens = code === null ? null : stage.tokensOf(await stage.exchange(code));
      const isThere = outcome.navigations.some(
        (url) => /[?&#](access|refresh)_token=/.test(url) || (tokens !== null && holdsToken(url, tokens)),
      );
      stage.found('URLs without tokens', isThere ? 'a token in a URL' : null, 'unsafe');
    },
  },
];
