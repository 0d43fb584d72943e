import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { change, rename, set } from '../../model/change.ts';
import { sentBy, type RequestDraft } from '../../model/exchange.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §4.1.3 gives names, values and place of the parameters. These are spellings that published servers ask for
 * instead; and a server that needs one of them, so that the target has a quirk, is asked for the spelling of the text.
 */
export const otherSpellings: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.3/grant-type-as-defined',
    title: 'takes the grant_type that the text defines',
    requires: ['RFC6749-4.1.3-a', 'RFC6749-4.1.4-a'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const defined = set('grant_type', 'authorization_code');
      stage.expect(await stage.exchange(await stage.obtainCode(), { change: defined }), issuesTokens);
    },
  },
  {
    id: 'rfc6749/4.1.3/parameters-in-body',
    title: 'takes the parameters of a token request from a form body',
    requires: ['RFC6749-4.1.3-e', 'RFC6749-4.1.4-a'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const inBody = change('the parameters in a form body', (draft: RequestDraft) => ({
        ...draft,
        query: [],
        body: sentBy(draft),
      }));
      stage.expect(await stage.exchange(await stage.obtainCode(), { change: inBody }), issuesTokens);
    },
  },
  {
    id: 'rfc6749/4.1.3/grant-type-hyphenated',
    title: 'refuses a grant_type with a hyphen in place of its underscore',
    requires: ['RFC6749-4.1.3-a', 'RFC6749-5.2-s'],
    from: 'access token request',
    change: set('grant_type', 'authorization-code'),
    expect: [refusesToken(['unsupported_grant_type', 'invalid_request'])],
  },
  {
    id: 'rfc6749/4.1.3/code-under-another-name',
    title: 'refuses a code under the name authorizationCode',
    requires: ['RFC6749-4.1.3-b', 'RFC6749-5.2-c'],
    from: 'access token request',
    change: rename('code', 'authorizationCode'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-without-scheme',
    title: 'refuses a redirect_uri that lacks the scheme of the one before',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => uri.replace(/^[^:]+:(\/\/)?/, '')),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
];
