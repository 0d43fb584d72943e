import { deliversCode, redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { answersInQuery, answersOnce, keepsQuery } from '../../expect/authorization-answer.ts';
import { set } from '../../model/change.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import type { Scenario } from '../../model/scenario.ts';
import { partsOf } from '../../model/uri-parts.ts';

/** RFC 6749 §3.1.2: an absolute URI without a fragment, whose query stays what it is. */
export const redirectionEndpoint: readonly Scenario[] = [
  {
    id: 'rfc6749/3.1.2/without-scheme',
    title: 'keeps the browser on a page when the redirect URI has no scheme',
    requires: ['RFC6749-3.1.2-a', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    change: set('redirect_uri', (uri) => hierarchical(uri).replace(/^[^:]+:\/\//, '')),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2/scheme-relative',
    title: 'keeps the browser on a page when the redirect URI begins with its host',
    requires: ['RFC6749-3.1.2-a', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    change: set('redirect_uri', (uri) => hierarchical(uri).replace(/^[^:]+:/, '')),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2/absolute-path',
    title: 'keeps the browser on a page when the redirect URI is a path',
    requires: ['RFC6749-3.1.2-a', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    change: set('redirect_uri', '/conformance-callback'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2/relative-path',
    title: 'keeps the browser on a page when the redirect URI is a relative path',
    requires: ['RFC6749-3.1.2-a', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    change: set('redirect_uri', 'conformance-callback'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2/query-kept',
    title: 'keeps the query of the redirect URI on success',
    requires: ['RFC6749-3.1.2-b'],
    from: 'authorization request',
    client: 'query_redirect',
    change: null,
    expect: [deliversCode, keepsQuery, answersOnce],
  },
  {
    id: 'rfc6749/3.1.2/query-kept-on-error',
    title: 'keeps the query of the redirect URI on an error',
    requires: ['RFC6749-3.1.2-b'],
    from: 'authorization request',
    client: 'query_redirect',
    change: set('response_type', 'x_conformance_unknown'),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request']), keepsQuery, answersOnce],
  },
  {
    id: 'rfc6749/3.1.2/query-kept-on-denial',
    title: 'keeps the query of the redirect URI when the owner denies',
    requires: ['RFC6749-3.1.2-b'],
    from: 'authorization request, denied',
    client: 'query_redirect',
    change: null,
    expect: [redirectsError(['access_denied']), keepsQuery, answersOnce],
  },
  {
    id: 'rfc6749/3.1.2/fragment',
    title: 'keeps the browser on a page when the redirect URI has a fragment',
    requires: ['RFC6749-3.1.2-c', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    change: set('redirect_uri', (uri) => `${uri}#fragment`),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2/fragment-empty',
    title: 'keeps the browser on a page when the redirect URI has an empty fragment',
    requires: ['RFC6749-3.1.2-c', 'RFC6749-3.1.2.4-b'],
    from: 'authorization request',
    change: set('redirect_uri', (uri) => `${uri}#`),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1.2/answer-before-fragment',
    title: 'delivers the answer in the query and not behind a number sign',
    requires: ['RFC6749-3.1.2-c', 'RFC6749-4.1.2-a'],
    from: 'authorization request',
    change: null,
    expect: [answersInQuery],
  },
];

function hierarchical(uri: string): string {
  if (partsOf(uri).host === null) throw new Inapplicable('the redirect URI has no host');
  return uri;
}
