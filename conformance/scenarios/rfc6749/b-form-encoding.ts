import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { grantsScope } from '../../expect/scope.ts';
import { add, encodedAs, set } from '../../model/change.ts';
import type { Pairs } from '../../model/exchange.ts';
import type { Scenario } from '../../model/scenario.ts';

const form = 'application/x-www-form-urlencoded';
/** Space, percent, ampersand, plus, pound and euro: one to three octets each. */
const sample = ' %&+£€';

/** RFC 6749 §B: names and values as UTF-8, escaped, and read in the same way whatever was escaped without need. */
export const tokenFormEncoding: readonly Scenario[] = [
  {
    id: 'rfc6749/B/sample-in-unknown-parameter',
    title: 'reads an unknown parameter with letters beyond ASCII as one value',
    requires: ['RFC6749-B-b'],
    from: 'access token request',
    change: add('x_conformance_probe', sample),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/B/sample-as-code',
    title: 'reads a code with letters beyond ASCII as one value, and refuses it',
    requires: ['RFC6749-B-b'],
    from: 'access token request',
    change: set('code', sample),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc6749/B/every-octet-escaped',
    title: 'reads names and values of which every octet is escaped',
    requires: ['RFC6749-B-b'],
    from: 'access token request',
    change: encodedAs(form, (pairs) => encode(pairs, escapeAll)),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/B/lower-case-escapes',
    title: 'reads escapes in lower case',
    requires: ['RFC6749-B-b'],
    from: 'access token request',
    change: encodedAs(form, (pairs) => encode(pairs, (text) => escapeAll(text).toLowerCase())),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/B/space-as-plus',
    title: 'reads a plus sign in scope as a space',
    requires: ['RFC6749-B-b', 'RFC6749-6-d'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const asked = stage.scopesOf('confidential').join(' ');
      const { refresh_token = '', scope = asked } = await stage.obtainTokens();
      const change = encodedAs(
        form,
        (pairs) => `${encode(pairs, encodeURIComponent)}&scope=${spaced(scope, '+')}`,
      );
      stage.expect(await stage.refresh(refresh_token, { change }), issuesTokens, grantsScope(scope, scope));
    },
  },
  {
    id: 'rfc6749/B/space-as-escape',
    title: 'reads %20 in scope as a space',
    requires: ['RFC6749-B-b', 'RFC6749-6-d'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const asked = stage.scopesOf('confidential').join(' ');
      const { refresh_token = '', scope = asked } = await stage.obtainTokens();
      const change = encodedAs(
        form,
        (pairs) => `${encode(pairs, encodeURIComponent)}&scope=${spaced(scope, '%20')}`,
      );
      stage.expect(await stage.refresh(refresh_token, { change }), issuesTokens, grantsScope(scope, scope));
    },
  },
];

function encode(pairs: Pairs, escape: (text: string) => string): string {
  return pairs.map((pair) => pair.map(escape).join('=')).join('&');
}

function escapeAll(text: string): string {
  return Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '%$&');
}

function spaced(scope: string, space: string): string {
  return scope.split(' ').map(encodeURIComponent).join(space);
}
