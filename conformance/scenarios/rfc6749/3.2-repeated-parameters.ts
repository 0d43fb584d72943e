import { refusesToken } from '../../expect/http.ts';
import { both, repeat, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §3.2: a parameter of that document stands in a request once; the same value again is a repetition too.
 * Parameters of extensions are left out, since the rule does not bind them.
 */
export const repeatedTokenParameters: readonly Scenario[] = [
  {
    id: 'rfc6749/3.2/grant-type-repeated',
    title: 'refuses grant_type sent twice with the same value',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'access token request',
    change: repeat('grant_type'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/grant-type-repeated-other',
    title: 'refuses grant_type sent twice with two values',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'access token request',
    change: repeat('grant_type', 'refresh_token'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/code-repeated',
    title: 'refuses code sent twice with the same value',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'access token request',
    change: repeat('code'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/code-repeated-other',
    title: 'refuses code sent twice with two values',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'access token request',
    change: repeat('code', 'conformance-other-code'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/redirect-uri-repeated',
    title: 'refuses redirect_uri sent twice with the same value',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'access token request',
    change: repeat('redirect_uri'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/redirect-uri-repeated-other',
    title: 'refuses redirect_uri sent twice with two values',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'access token request',
    change: repeat('redirect_uri', 'https://conformance.invalid/callback'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/client-id-repeated',
    title: 'refuses client_id sent twice with the same value',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'public access token request',
    change: repeat('client_id'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/client-id-repeated-other',
    title: 'refuses client_id sent twice with two values',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'public access token request',
    change: repeat('client_id', 'conformance-unknown-client'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/client-secret-repeated',
    title: 'refuses client_secret sent twice with the same value',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-f'],
    from: 'access token request, credentials in the body',
    change: repeat('client_secret'),
    expect: [refusesToken(['invalid_request'], { tolerated: ['invalid_client'] })],
  },
  {
    id: 'rfc6749/3.2/refresh-token-repeated',
    title: 'refuses refresh_token sent twice with the same value',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'refresh request',
    change: repeat('refresh_token'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/refresh-token-repeated-other',
    title: 'refuses refresh_token sent twice with two values',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    from: 'refresh request',
    change: repeat('refresh_token', 'conformance-other-token'),
    expect: [refusesToken(['invalid_request'])],
  },
  {
    id: 'rfc6749/3.2/refresh-scope-repeated',
    title: 'refuses scope sent twice with the same value on refresh',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    needs: ['confidential_client', 'refresh_tokens', 'scope'],
    act: async (stage) => {
      const { refresh_token = '' } = await stage.obtainTokens();
      const granted = set('scope', stage.scopesOf('confidential')[0] ?? '');
      const outcome = await stage.refresh(refresh_token, { change: both(granted, repeat('scope')) });
      stage.expect(outcome, refusesToken(['invalid_request']));
    },
  },
  {
    id: 'rfc6749/3.2/refresh-scope-repeated-other',
    title: 'refuses scope sent twice with two values on refresh',
    requires: ['RFC6749-3.2-g', 'RFC6749-5.2-e'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const { refresh_token = '' } = await stage.obtainTokens();
      const [one = '', other = ''] = stage.scopesOf('confidential');
      const change = both(set('scope', one), repeat('scope', other));
      stage.expect(await stage.refresh(refresh_token, { change }), refusesToken(['invalid_request']));
    },
  },
];
