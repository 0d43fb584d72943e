import { eitherOf, asAdvice } from '../../expect/combine.ts';
import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

const refusesUri = refusesToken(['invalid_grant'], { tolerated: ['invalid_request'] });
const withoutUri = {
  change: omit('redirect_uri'),
  unless: 'the target wants redirect_uri in every authorization request',
};

/**
 * RFC 6749 §4.1.3: the redirect URI of the exchange is that of the authorization request, compared as text. How the
 * server compares is seen by one difference at a time that a library for URLs would take away.
 */
export const exchangedRedirectUri: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.3/redirect-uri-missing',
    title: 'refuses a code without the redirect_uri that it was issued for',
    requires: ['RFC6749-4.1.3-l', 'RFC6749-4.1.3-c'],
    from: 'access token request',
    change: omit('redirect_uri'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-missing-public',
    title: 'refuses the code of a public client without the redirect_uri that it was issued for',
    requires: ['RFC6749-4.1.3-l', 'RFC6749-4.1.3-c'],
    from: 'public access token request',
    change: omit('redirect_uri'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-mismatch',
    title: 'refuses a code with another redirect_uri than the one it was issued for',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => `${uri}/other`),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-of-other-host',
    title: 'refuses a code with the redirect_uri of another host',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', 'https://conformance.invalid/callback'),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-trailing-slash',
    title: 'refuses a redirect_uri that differs by a slash at its end',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => (uri.endsWith('/') ? uri.slice(0, -1) : `${uri}/`)),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-scheme-case',
    title: 'refuses a redirect_uri whose scheme is in upper case',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => uri.replace(/^[^:]*/, (scheme) => scheme.toUpperCase())),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-dot-segment',
    title: 'refuses a redirect_uri with a dot segment in its path',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => uri.replace(/\/?(?=[^/]*$)/, '/./')),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-percent-encoded',
    title: 'refuses a redirect_uri with one character percent-encoded',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) =>
      uri.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16).toUpperCase()}`),
    ),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-query-added',
    title: 'refuses a redirect_uri with a further query parameter',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => `${uri}${uri.includes('?') ? '&' : '?'}conformance=1`),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-fragment-added',
    title: 'refuses a redirect_uri with a fragment',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => `${uri}#conformance`),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-shortened',
    title: 'refuses a redirect_uri that is a beginning of the right one',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-5.2-p'],
    from: 'access token request',
    change: set('redirect_uri', (uri) => uri.slice(0, -1)),
    expect: [refusesUri],
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-registered-beside-it',
    title: 'refuses the redirect_uri that is registered beside the one of the request',
    requires: ['RFC6749-4.1.3-m', 'RFC6749-4.1.2-g', 'RFC6749-10.6-a'],
    needs: ['several_redirects_client'],
    act: async (stage) => {
      const client = 'several_redirects';
      await stage.obtainTokens({ client });
      const other = stage.target.clients.several_redirects?.redirect_uris[1] ?? '';
      const code = await stage.obtainCode({ client });
      stage.expect(await stage.exchange({ ...code, redirect_uri: other }), refusesUri);
    },
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-in-neither-request',
    title: 'takes an exchange without redirect_uri where the authorization request had none',
    requires: ['RFC6749-4.1.3-n', 'RFC6749-4.1.4-a'],
    needs: ['single_redirect_client'],
    act: async (stage) => {
      const code = await stage.obtainCode(withoutUri);
      stage.expect(await stage.exchange(code, { change: omit('redirect_uri') }), issuesTokens);
    },
  },
  {
    id: 'rfc6749/4.1.3/redirect-uri-in-exchange-alone',
    title: 'takes or refuses the registered redirect_uri where the authorization request had none',
    requires: ['RFC6749-4.1.3-n', 'RFC6749-4.1.4-b'],
    needs: ['single_redirect_client'],
    act: async (stage) => {
      const code = await stage.obtainCode(withoutUri);
      const refuses = refusesToken(['invalid_grant', 'invalid_request']);
      stage.expect(await stage.exchange(code), eitherOf(refuses, issuesTokens));
    },
  },
  {
    id: 'rfc6749/4.1.3/foreign-redirect-uri-in-exchange-alone',
    title: 'gives no token for a foreign redirect_uri where the authorization request had none',
    requires: ['RFC6749-4.1.3-n'],
    needs: ['single_redirect_client'],
    act: async (stage) => {
      const code = await stage.obtainCode(withoutUri);
      const foreign = set('redirect_uri', 'https://conformance.invalid/callback');
      const refuses = refusesToken(['invalid_grant', 'invalid_request']);
      stage.expect(await stage.exchange(code, { change: foreign }), asAdvice(refuses));
    },
  },
];
