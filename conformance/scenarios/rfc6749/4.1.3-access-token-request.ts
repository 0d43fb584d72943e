import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { answersWithoutServerError } from '../../expect/token-response.ts';
import { change, encodedAs, header, omit, rename, set } from '../../model/change.ts';
import { swapCase } from '../../model/altered.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §4.1.3: what makes a token request. A body in another encoding is outside of it, so that any answer will do
 * that is not a server error.
 */
export const accessTokenRequest: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.3/grant-type-missing',
    title: 'refuses a token request without grant_type',
    requires: ['RFC6749-4.1.3-a', 'RFC6749-5.2-c'],
    from: 'access token request',
    change: omit('grant_type'),
    expect: [refusesToken(['invalid_request', 'unsupported_grant_type'])],
  },
  {
    id: 'rfc6749/4.1.3/grant-type-unknown',
    title: 'refuses a grant_type that it does not know',
    requires: ['RFC6749-5.2-s'],
    from: 'access token request',
    change: set('grant_type', 'urn:conformance:unknown-grant'),
    expect: [refusesToken(['unsupported_grant_type'])],
  },
  {
    id: 'rfc6749/4.1.3/grant-type-letter-case',
    title: 'reads the value of grant_type with regard to case',
    requires: ['RFC6749-1.9-a'],
    from: 'access token request',
    change: set('grant_type', 'Authorization_Code'),
    expect: [refusesToken(['unsupported_grant_type'], { tolerated: ['invalid_request'] })],
  },
  {
    id: 'rfc6749/4.1.3/parameter-name-letter-case',
    title: 'reads the names of parameters with regard to case',
    requires: ['RFC6749-1.9-a'],
    from: 'access token request',
    change: rename('code', 'Code'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/other-known-grant-type',
    title: 'refuses a code under the grant type of refresh tokens',
    requires: ['RFC6749-4.1.3-a', 'RFC6749-5.2-c'],
    needs: ['refresh_tokens'],
    from: 'access token request',
    change: set('grant_type', 'refresh_token'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/charset-parameter',
    title: 'takes a form body whose media type names the character set',
    requires: ['RFC6749-4.1.3-e'],
    from: 'access token request',
    change: header('content-type', 'application/x-www-form-urlencoded;charset=UTF-8'),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/4.1.3/media-type-letter-case',
    title: 'reads the media type of the body without regard to case',
    requires: ['RFC6749-4.1.3-e'],
    from: 'access token request',
    change: header('content-type', 'Application/X-WWW-Form-URLEncoded'),
    expect: [issuesTokens],
  },
  {
    id: 'rfc6749/4.1.3/json-body',
    title: 'answers a JSON body without a server error',
    requires: ['RFC6749-5.2-h'],
    from: 'access token request',
    change: encodedAs('application/json', (pairs) => JSON.stringify(Object.fromEntries(pairs))),
    expect: [answersWithoutServerError],
  },
  {
    id: 'rfc6749/4.1.3/malformed-json-body',
    title: 'answers a JSON body that breaks off without a server error',
    requires: ['RFC6749-5.2-h'],
    from: 'access token request',
    change: encodedAs('application/json', () => '{"grant_type":'),
    expect: [answersWithoutServerError],
  },
  {
    id: 'rfc6749/4.1.3/multipart-body',
    title: 'answers a multipart body without a server error',
    requires: ['RFC6749-5.2-h'],
    from: 'access token request',
    change: encodedAs('multipart/form-data; boundary=conformance', (pairs) =>
      [
        ...pairs.map(
          ([name, value]) =>
            `--conformance\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        ),
        '--conformance--\r\n',
      ].join(''),
    ),
    expect: [answersWithoutServerError],
  },
  {
    id: 'rfc6749/4.1.3/text-body',
    title: 'answers a body of plain text without a server error',
    requires: ['RFC6749-5.2-h'],
    from: 'access token request',
    change: header('content-type', 'text/plain'),
    expect: [answersWithoutServerError],
  },
  {
    id: 'rfc6749/4.1.3/empty-body',
    title: 'refuses a request without a body',
    requires: ['RFC6749-5.2-h', 'RFC6749-5.2-c'],
    from: 'access token request, Basic',
    change: change('an empty body', (draft) => ({ ...draft, query: [], body: [] })),
    expect: [refusesToken(['invalid_request', 'unsupported_grant_type'])],
  },
  {
    id: 'rfc6749/4.1.3/letter-case-of-code',
    title: 'refuses a code in another letter case',
    requires: ['RFC6749-1.9-a', 'RFC6749-4.1.3-k'],
    from: 'access token request',
    change: set('code', swapCase),
    expect: [refusesToken(['invalid_grant'])],
  },
  {
    id: 'rfc6749/4.1.3/broken-percent-encoding',
    title: 'answers a broken escape in the body without a server error',
    requires: ['RFC6749-5.2-h'],
    from: 'access token request',
    change: encodedAs('application/x-www-form-urlencoded', (pairs) => `${encode(pairs)}&x_conformance=%zz%`),
    expect: [answersWithoutServerError],
  },
];

function encode(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}
