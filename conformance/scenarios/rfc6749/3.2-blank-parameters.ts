import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { add, blank, omit } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §3.2: a parameter without a value counts as one that was not sent, so that the answers are the same. */
export const blankTokenParameters: readonly Scenario[] = [
  {
    id: 'rfc6749/3.2/grant-type-blank',
    title: 'treats a blank grant_type as a missing one',
    requires: ['RFC6749-3.2-e', 'RFC6749-5.2-c'],
    from: 'access token request',
    change: blank('grant_type'),
    expect: [refusesToken(['invalid_request', 'unsupported_grant_type'])],
  },
  {
    id: 'rfc6749/3.2/redirect-uri-blank',
    title: 'treats a blank redirect_uri as a missing one',
    requires: ['RFC6749-3.2-e', 'RFC6749-4.1.3-l'],
    from: 'access token request',
    change: blank('redirect_uri'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/redirect-uri-blank-and-not-due',
    title: 'treats a blank redirect_uri as a missing one where none is due',
    requires: ['RFC6749-3.2-e', 'RFC6749-4.1.3-n'],
    needs: ['confidential_client', 'single_redirect_client'],
    act: async (stage) => {
      const unless = 'the target wants redirect_uri in every authorization request';
      const code = await stage.obtainCode({ change: omit('redirect_uri'), unless });
      const outcome = await stage.exchange(code, { change: blank('redirect_uri') });
      stage.expect(outcome, issuesTokens);
    },
  },
  {
    id: 'rfc6749/3.2/client-id-blank',
    title: 'treats the blank client_id of a public client as a missing one',
    requires: ['RFC6749-3.2-e', 'RFC6749-5.2-c'],
    from: 'public access token request',
    change: blank('client_id'),
    expect: [refusesToken(['invalid_request', 'invalid_client'])],
  },
  {
    id: 'rfc6749/3.2/client-id-blank-beside-basic',
    title: 'ignores a blank client_id beside a Basic header',
    requires: ['RFC6749-3.2-e'],
    from: 'access token request, Basic',
    change: add('client_id', ''),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2/client-secret-blank',
    title: 'treats a blank client_secret as a missing one',
    requires: ['RFC6749-3.2-e', 'RFC6749-4.1.3-f'],
    from: 'access token request, credentials in the body',
    change: blank('client_secret'),
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/3.2/client-secret-blank-beside-basic',
    title: 'ignores a blank client_secret beside a Basic header',
    requires: ['RFC6749-3.2-e'],
    from: 'access token request, Basic',
    change: add('client_secret', ''),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2/refresh-token-blank',
    title: 'treats a blank refresh_token as a missing one',
    requires: ['RFC6749-3.2-e', 'RFC6749-6-i'],
    from: 'refresh request',
    change: blank('refresh_token'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/3.2/refresh-scope-blank',
    title: 'ignores a blank scope on refresh',
    requires: ['RFC6749-3.2-e'],
    from: 'refresh request',
    change: add('scope', ''),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2/unknown-parameter-blank',
    title: 'ignores an unknown parameter without a value',
    requires: ['RFC6749-3.2-e', 'RFC6749-3.2-f'],
    from: 'access token request',
    change: add('x_conformance_probe', ''),
    expect: [issuesTokens],
  },
];
