import { livesAnHourAtMost } from '../../expect/token-response.ts';
import { issuesTokens } from '../../expect/http.ts';
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
];
