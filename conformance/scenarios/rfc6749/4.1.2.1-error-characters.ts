import { redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { namesParametersWell } from '../../expect/authorization-answer.ts';
import { set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** What a server that quotes the request in its error would pass on. */
const reflected: readonly (readonly [slug: string, what: string, value: string])[] = [
  ['quote', 'a quote', 'x"conformance"'],
  ['backslash', 'a backslash', 'x\\conformance'],
  ['line-break', 'a line break', 'x\r\nX-Conformance-Probe: 1'],
  ['tab', 'a tab', 'x\tconformance'],
  ['non-ascii', 'letters outside ASCII', 'd\u00e9j\u00e0-\u20ac'],
  ['emoji', 'an emoji', 'x\u{1f511}'],
  ['markup', 'markup', '<b>x</b>'],
];

/**
 * RFC 6749 §4.1.2.1: `error`, `error_description` and `error_uri` are printable ASCII without quote and backslash. They
 * leave that set where the text of an error quotes what it refuses.
 */
export const errorCharacters: readonly Scenario[] = [
  ...reflected.map(([slug, what, value]): Scenario => ({
    id: `rfc6749/4.1.2.1/error-characters-${slug}`,
    title: `writes an error in printable ASCII when the response type has ${what}`,
    requires: ['RFC6749-4.1.2.1-q', 'RFC6749-4.1.2.1-p', 'RFC6749-4.1.2.1-r', 'RFC6749-8.5-a'],
    from: 'authorization request',
    change: set('response_type', value),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request'])],
  })),
  ...reflected.map(([slug, what, value]): Scenario => ({
    id: `rfc6749/4.1.2.1/client-id-${slug}`,
    title: `keeps the browser on a page when client_id has ${what}`,
    requires: ['RFC6749-4.1.2.1-d'],
    from: 'authorization request',
    change: set('client_id', value),
    expect: [staysOnPage],
  })),
  {
    id: 'rfc6749/4.1.2.1/denial-characters',
    title: 'writes a denial in printable ASCII',
    requires: ['RFC6749-4.1.2.1-q', 'RFC6749-4.1.2.1-r', 'RFC6749-8.5-a'],
    from: 'authorization request, denied',
    change: null,
    expect: [redirectsError(['access_denied'])],
  },
  {
    id: 'rfc6749/4.1.2.1/success-names',
    title: 'names the parameters of a success with letters, digits, hyphen, dot and underscore',
    requires: ['RFC6749-8.2-a'],
    from: 'authorization request',
    change: null,
    expect: [namesParametersWell],
  },
];
