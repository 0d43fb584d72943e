import { deliversCode, staysOnPage } from '../../expect/authorization.ts';
import { omit, set } from '../../model/change.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

const attacker = 'https://attacker.example/callback';

/** RFC 6749 §3.1.2.3: which redirect URI a request may name, and when it has to name one. */
export const dynamicConfiguration: readonly Scenario[] = [
  {
    id: 'rfc6749/3.1.2.3/several-none-named',
    title: 'keeps the browser on a page when none of two registered redirect URIs is named',
    requires: ['RFC6749-3.1.2.3-a', 'RFC6749-4.1.2.1-b'],
    from: 'authorization request',
    client: 'several_redirects',
    change: omit('redirect_uri'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.3/registered',
    title: 'accepts the redirect URI that is registered',
    requires: ['RFC6749-3.1.2.3-b', 'RFC6749-3.1.2.3-c'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/3.1.2.3/unregistered',
    title: 'keeps the browser on a page when the redirect URI is not registered',
    requires: ['RFC6749-3.1.2.3-b', 'RFC6749-4.1.2.1-b', 'RFC6749-10.6-c'],
    from: 'authorization request',
    change: set('redirect_uri', attacker),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.3/unregistered-before-sign-in',
    title: 'keeps a browser without a session on a page when the redirect URI is not registered',
    requires: ['RFC6749-3.1.2.3-b', 'RFC6749-4.1.2.1-b', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    browser: 'fresh',
    change: set('redirect_uri', attacker),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.3/unregistered-denied',
    title: 'keeps the browser on a page when the redirect URI is not registered and the owner denies',
    requires: ['RFC6749-3.1.2.3-b', 'RFC6749-4.1.2.1-b'],
    from: 'authorization request, denied',
    change: set('redirect_uri', attacker),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.3/unregistered-of-public-client',
    title: 'keeps the browser on a page when a public client names an unregistered redirect URI',
    requires: ['RFC6749-10.2-b', 'RFC6749-3.1.2.3-b', 'RFC6749-3.1.2.2-a'],
    from: 'public authorization request',
    change: set('redirect_uri', attacker),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.3/unregistered-of-several',
    title: 'keeps the browser on a page when a client with two redirect URIs names a third',
    requires: ['RFC6749-3.1.2.3-b', 'RFC6749-4.1.2.1-b'],
    from: 'authorization request',
    client: 'several_redirects',
    change: set('redirect_uri', attacker),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.3/of-another-client',
    title: 'keeps the browser on a page when the redirect URI is that of another client',
    requires: ['RFC6749-3.1.2.3-b', 'RFC6749-4.1.2.1-b'],
    needs: ['confidential_client'],
    act: async (stage) => {
      stage.expect(await stage.authorize(), deliversCode);
      const change = set('redirect_uri', foreignUri(stage));
      stage.expect(await stage.authorize({ change }), staysOnPage);
    },
  },
];

function foreignUri({ target }: Stage): string {
  const own = target.clients.confidential?.redirect_uris ?? [];
  const all = Object.values(target.clients).flatMap(({ redirect_uris }) => redirect_uris);
  // Another path, so that it is not a variation of the query, which may be the client's to choose (A11).
  const place = (uri: string) => uri.replace(/\?.*$/s, '');
  const foreign = all.find((uri) => !own.some((one) => place(one) === place(uri)));
  if (foreign === undefined) throw new Inapplicable('all clients have the same redirect URI');
  return foreign;
}
