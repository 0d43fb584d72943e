import { asAdvice } from '../../expect/combine.ts';
import { handsOutNothing, issuesTokens } from '../../expect/http.ts';
import { repeatsNoMember } from '../../expect/token-response.ts';
import { add, method, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §3.2: what the token endpoint makes of any request. POST is asked of the client alone, so that a token by
 * another method is worth a warning, unless a secret was taken from the URL.
 */
export const tokenEndpoint: readonly Scenario[] = [
  {
    id: 'rfc6749/3.2/endpoint-without-fragment',
    title: 'has a token endpoint whose URL has no fragment',
    requires: ['RFC6749-3.2-b'],
    act: (stage) => {
      const { token_endpoint } = stage.target;
      stage.found('a URL without a fragment', token_endpoint.includes('#') ? token_endpoint : null);
      return Promise.resolve();
    },
  },
  {
    id: 'rfc6749/3.2/get',
    title: 'gives no token for GET with the parameters in the URL',
    requires: ['RFC6749-3.2-d'],
    from: 'access token request, Basic',
    change: method('GET'),
    expect: [asAdvice(handsOutNothing)],
  },
  {
    id: 'rfc6749/3.2/get-with-secret',
    title: 'gives no token for GET with the client_secret in the URL',
    requires: ['RFC6749-3.2-d', 'RFC6749-2.3.1-f'],
    from: 'access token request, credentials in the body',
    change: method('GET'),
    expect: [handsOutNothing],
  },
  {
    id: 'rfc6749/3.2/put',
    title: 'gives no token for PUT',
    requires: ['RFC6749-3.2-d'],
    from: 'access token request',
    change: method('PUT'),
    expect: [asAdvice(handsOutNothing)],
  },
  {
    id: 'rfc6749/3.2/unknown-parameter',
    title: 'ignores a parameter that it does not know',
    requires: ['RFC6749-3.2-f'],
    from: 'access token request',
    change: add('x_conformance_probe', '1'),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2/unknown-parameter-in-brackets',
    title: 'ignores an unknown parameter whose name has brackets',
    requires: ['RFC6749-3.2-f'],
    from: 'access token request',
    change: add('x_conformance_probe[key]', '1'),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2/unknown-parameter-on-refresh',
    title: 'ignores an unknown parameter of a refresh request',
    requires: ['RFC6749-3.2-f'],
    from: 'refresh request',
    change: add('x_conformance_probe', '1'),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/3.2/success-names-members-once',
    title: 'names no member twice in a successful answer',
    requires: ['RFC6749-3.2-h'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, repeatsNoMember],
  },
  {
    id: 'rfc6749/3.2/refresh-names-members-once',
    title: 'names no member twice in the answer to a refresh',
    requires: ['RFC6749-3.2-h'],
    from: 'refresh request',
    change: null,
    expect: [issuesTokens, repeatsNoMember],
  },
  {
    id: 'rfc6749/3.2/error-names-members-once',
    title: 'names no member twice in an error response',
    requires: ['RFC6749-3.2-h'],
    from: 'access token request',
    change: set('code', 'conformance-unknown-code'),
    expect: [handsOutNothing, repeatsNoMember],
  },
];
