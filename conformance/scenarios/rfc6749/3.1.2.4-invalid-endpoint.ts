import { staysOnPage } from '../../expect/authorization.ts';
import { addsNoHeader, informsOwner } from '../../expect/authorization-answer.ts';
import { omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §3.1.2.4: the owner is told, the browser goes nowhere. What the page says, and its status, are free (A03). */
export const invalidEndpoint: readonly Scenario[] = [
  {
    id: 'rfc6749/3.1.2.4/owner-is-told',
    title: 'tells the owner when the redirect URI is not registered',
    requires: ['RFC6749-3.1.2.4-a', 'RFC6749-4.1.2.1-a'],
    from: 'authorization request',
    change: set('redirect_uri', 'https://attacker.example/callback'),
    expect: [informsOwner],
  },
  {
    id: 'rfc6749/3.1.2.4/owner-is-told-of-missing',
    title: 'tells the owner when a redirect URI is missing that is needed',
    requires: ['RFC6749-3.1.2.4-a', 'RFC6749-4.1.2.1-a'],
    from: 'authorization request',
    client: 'several_redirects',
    change: omit('redirect_uri'),
    expect: [informsOwner],
  },
  {
    id: 'rfc6749/3.1.2.4/no-automatic-redirect',
    title: 'sends the browser to a rejected redirect URI by no mechanism at all',
    requires: ['RFC6749-3.1.2.4-b', 'RFC6749-4.1.2.1-b'],
    from: 'authorization request',
    change: set('redirect_uri', 'https://attacker.example/callback?a=b'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2.4/no-header-from-redirect-uri',
    title: 'writes no header out of a rejected redirect URI',
    requires: ['RFC6749-3.1.2.4-b', 'RFC6749-10.14-a'],
    from: 'authorization request',
    change: set('redirect_uri', (uri) => `${uri}\r\nX-Conformance-Probe: 1`),
    expect: [staysOnPage, addsNoHeader('x-conformance-probe')],
  },
];
