import { deliversCode, redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { set } from '../../model/change.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

/**
 * RFC 6749 §3.1.2.2: full URIs ought to be registered, and a query may vary where they are not (A11), so what has but
 * another query is weighed as a recommendation here. Several URIs may be registered for one client.
 */
export const redirectRegistration: readonly Scenario[] = [
  ...(
    [
      ['query-added', 'confidential', 'a query more than the registered one', appended],
      ['query-empty', 'confidential', 'an empty query more', (uri) => (uri.includes('?') ? uri : `${uri}?`)],
      [
        'query-changed',
        'query_redirect',
        'another value in its query',
        (uri) => uri.replace(/=[^&]*/, '=no'),
      ],
      ['query-extended', 'query_redirect', 'one more parameter in its query', appended],
      ['query-dropped', 'query_redirect', 'lost its query', (uri) => uri.replace(/\?.*/s, '')],
      ['query-reordered', 'query_redirect', 'its query in another order', reordered],
      [
        'query-re-encoded',
        'query_redirect',
        'its query in another encoding',
        (uri) => uri.replace('%20', '+'),
      ],
    ] as const satisfies readonly (readonly [string, string, string, (uri: string) => string])[]
  ).map(([slug, client, what, mutate]): Scenario => ({
    id: `rfc6749/3.1.2.2/${slug}`,
    title: `keeps the browser on a page when the redirect URI has ${what}`,
    requires: ['RFC6749-3.1.2.2-c'],
    from: 'authorization request',
    client,
    change: set('redirect_uri', (uri) => differing(uri, mutate(uri))),
    expect: [staysOnPage],
  })),
  {
    id: 'rfc6749/3.1.2.2/partial-registration',
    title: 'lets nothing but the query vary, even where it registers URIs in part',
    requires: ['RFC6749-3.1.2.2-d'],
    from: 'authorization request',
    client: 'query_redirect',
    change: set('redirect_uri', (uri) => uri.replace('?', '/more?')),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.2/several-first',
    title: 'answers at the first of two registered redirect URIs when it is named',
    requires: ['RFC6749-3.1.2.2-e', 'RFC6749-4.1.1-h'],
    from: 'authorization request',
    client: 'several_redirects',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/3.1.2.2/several-second',
    title: 'answers at the second of two registered redirect URIs when it is named',
    requires: ['RFC6749-3.1.2.2-e', 'RFC6749-4.1.1-h'],
    needs: ['several_redirects_client'],
    act: async (stage) => {
      const change = set('redirect_uri', secondOf(stage));
      stage.expect(await stage.authorize({ client: 'several_redirects', change }), deliversCode);
    },
  },
  {
    id: 'rfc6749/3.1.2.2/several-second-on-denial',
    title: 'reports a denial at the second of two registered redirect URIs when it is named',
    requires: ['RFC6749-3.1.2.2-e', 'RFC6749-4.1.1-h'],
    needs: ['several_redirects_client', 'denial'],
    act: async (stage) => {
      const change = set('redirect_uri', secondOf(stage));
      const base = 'authorization request, denied';
      const outcome = await stage.authorize({ client: 'several_redirects', base, change });
      stage.expect(outcome, redirectsError(['access_denied']));
    },
  },
];

function secondOf({ target }: Stage): string {
  return target.clients.several_redirects?.redirect_uris[1] ?? '';
}

function appended(uri: string): string {
  return `${uri}${uri.includes('?') ? '&' : '?'}x_conformance=1`;
}

function reordered(uri: string): string {
  return uri.replace(/\?(.*)$/s, (_, query: string) => `?${query.split('&').reverse().join('&')}`);
}

function differing(uri: string, mutated: string): string {
  if (mutated === uri) throw new Inapplicable('the query of the redirect URI has nothing to alter here');
  return mutated;
}
