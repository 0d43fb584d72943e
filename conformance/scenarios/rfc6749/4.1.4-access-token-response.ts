import { handsOutNothing, issuesTokens, refusesToken } from '../../expect/http.ts';
import { answersJson, namesOneError } from '../../expect/token-response.ts';
import { header, omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §4.1.4: the two ways in which a token request ends, for either kind of client. */
export const accessTokenResponse: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.4/confidential-client',
    title: 'gives a confidential client tokens for its code',
    requires: ['RFC6749-4.1.4-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, answersJson],
  },
  {
    id: 'rfc6749/4.1.4/public-client',
    title: 'gives a public client tokens for its code',
    requires: ['RFC6749-4.1.4-a'],
    from: 'public access token request',
    change: null,
    expect: [issuesTokens, answersJson],
  },
  {
    id: 'rfc6749/4.1.4/failure-is-an-error-response',
    title: 'answers a failed exchange with an error response in JSON',
    requires: ['RFC6749-4.1.4-b', 'RFC6749-5.2-x'],
    from: 'access token request',
    change: set('code', 'conformance-unknown-code'),
    expect: [handsOutNothing, answersJson, namesOneError],
  },
  {
    id: 'rfc6749/4.1.4/failure-for-browsers',
    title: 'answers a failed exchange in JSON whatever the request says it accepts',
    requires: ['RFC6749-4.1.4-b', 'RFC6749-5.2-x'],
    advises: 'RFC 6749 §5.2 does not speak of what a request accepts',
    needs: ['confidential_client'],
    act: async (stage) => {
      const code = { ...(await stage.obtainCode()), code: 'conformance-unknown-code' };
      const outcome = await stage.exchange(code, { change: header('accept', 'text/html') });
      stage.expect(outcome, refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc6749/4.1.4/invalid-request-is-an-error-response',
    title: 'answers an invalid request with an error response in JSON',
    requires: ['RFC6749-4.1.4-b', 'RFC6749-5.2-x'],
    from: 'access token request',
    change: omit('grant_type'),
    expect: [handsOutNothing, answersJson, namesOneError],
  },
];
