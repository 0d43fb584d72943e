import { eitherOf } from '../../expect/combine.ts';
import { challengesWith401, handsOutNothing, issuesTokens, refusesToken } from '../../expect/http.ts';
import { answersJson, namesOneError } from '../../expect/token-response.ts';
import { set } from '../../model/change.ts';
import { insideBasic } from '../../model/credential-change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** Quotes, a backslash, line ends, letters beyond ASCII: what an error description may not repeat as it is. */
const hostile = '"conformance"\\\r\n<é€𝄞>\u007f';

/**
 * RFC 6749 §5.2: status, media type, members and alphabets of a refusal. Each refusal of the other sections is held to
 * the same; here are the codes that no other section provokes, and values that a careless description repeats.
 */
export const tokenErrorResponse: readonly Scenario[] = [
  {
    id: 'rfc6749/5.2/status',
    title: 'answers a refused code with status 400',
    requires: ['RFC6749-5.2-a', 'RFC6749-5.2-o'],
    from: 'access token request',
    change: set('code', 'conformance-unknown-code'),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/5.2/media-type',
    title: 'answers a failed proof of the client with a JSON object',
    requires: ['RFC6749-5.2-x'],
    from: 'access token request, Basic',
    change: insideBasic('a wrong secret in the Basic header', (text) => `${text}-wrong`),
    expect: [handsOutNothing, answersJson, namesOneError],
  },
  {
    id: 'rfc6749/5.2/error-member',
    title: 'names one error, of printable ASCII without quotes and backslashes',
    requires: ['RFC6749-5.2-b', 'RFC6749-5.2-u', 'RFC6749-8.5-a'],
    from: 'access token request',
    change: set('grant_type', 'urn:conformance:unknown-grant'),
    expect: [handsOutNothing, namesOneError],
  },
  {
    id: 'rfc6749/5.2/challenge-with-401',
    title: 'challenges the client wherever it answers with status 401',
    requires: ['RFC6749-5.2-l', 'RFC6749-5.2-j'],
    from: 'access token request, credentials in the body',
    change: set('client_secret', (valid) => `${valid}-wrong`),
    expect: [refusesToken(['invalid_client']), challengesWith401],
  },
  {
    id: 'rfc6749/5.2/hostile-grant-type',
    title: 'keeps to its alphabet in the error for a hostile grant_type',
    requires: ['RFC6749-5.2-v', 'RFC6749-5.2-w'],
    from: 'access token request',
    change: set('grant_type', hostile),
    expect: [refusesToken(['unsupported_grant_type', 'invalid_request'])],
  },
  {
    id: 'rfc6749/5.2/hostile-code',
    title: 'keeps to its alphabet in the error for a hostile code',
    requires: ['RFC6749-5.2-v', 'RFC6749-5.2-w'],
    from: 'access token request',
    change: set('code', hostile),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/5.2/hostile-redirect-uri',
    title: 'keeps to its alphabet in the error for a hostile redirect_uri',
    requires: ['RFC6749-5.2-v', 'RFC6749-5.2-d'],
    from: 'access token request',
    change: set('redirect_uri', hostile),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/5.2/hostile-client-id',
    title: 'keeps to its alphabet in the error for a hostile client_id',
    requires: ['RFC6749-5.2-v', 'RFC6749-5.2-i'],
    from: 'public access token request',
    change: set('client_id', hostile),
    expect: [refusesToken(['invalid_client', 'invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/5.2/hostile-refresh-token',
    title: 'keeps to its alphabet in the error for a hostile refresh_token',
    requires: ['RFC6749-5.2-v', 'RFC6749-6-i'],
    from: 'refresh request',
    change: set('refresh_token', hostile),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/5.2/hostile-scope',
    title: 'keeps to its alphabet in the error for a hostile scope on refresh',
    requires: ['RFC6749-5.2-v', 'RFC6749-5.2-t'],
    from: 'refresh request',
    change: set('scope', hostile),
    expect: [eitherOf(refusesToken(['invalid_scope'], { tolerated: ['invalid_request'] }), issuesTokens)],
  },
  {
    id: 'rfc6749/5.2/redirect-uri-unusable',
    title: 'refuses a redirect_uri that is no URI',
    requires: ['RFC6749-5.2-d'],
    from: 'access token request',
    change: set('redirect_uri', 'http://[conformance'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/5.2/client-barred-from-refresh',
    title: 'refuses the refresh grant to a client that may not use it',
    requires: ['RFC6749-5.2-r'],
    needs: ['no_refresh_grant_client', 'refresh_tokens'],
    act: async (stage) => {
      const client = 'no_refresh_grant';
      const { refresh_token } = await stage.obtainTokens({ client });
      const outcome = await stage.refresh(refresh_token ?? 'conformance-unknown-token', { client });
      // A token that nobody issued is a second fault, and its code is right as well (A14).
      const codes = refresh_token === undefined ? ['invalid_grant'] : [];
      stage.expect(outcome, refusesToken(['unauthorized_client', ...codes]));
    },
  },
  {
    id: 'rfc6749/5.2/client-barred-from-codes',
    title: 'refuses the code grant to a client that may not use it',
    requires: ['RFC6749-5.2-r'],
    needs: ['no_code_grant_client', 'confidential_client'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const outcome = await stage.exchange(code, { client: 'no_code_grant' });
      stage.expect(outcome, refusesToken(['unauthorized_client', 'invalid_grant']));
    },
  },
];
