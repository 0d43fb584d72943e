import { describe, expect, it } from 'vitest';
import { deliver, outOfBandUri } from './authorization-response.ts';

const fields = [
  ['code', 'cgc_a.b-c'],
  ['state', 'a b+c&d=e#f"ü'],
  ['iss', 'https://auth.example'],
] as const;
const encoded = 'code=cgc_a.b-c&state=a+b%2Bc%26d%3De%23f%22%C3%BC&iss=https%3A%2F%2Fauth.example';

describe('an authorization response, RFC 6749 §4.1.2', () => {
  it.each([
    ['https://app.example/cb', '?'],
    ['https://app.example', '?'],
    ['https://app.example/cb?a=1&b=%2F%20+', '&'],
    ['https://app.example/cb?a', '&'],
    ['https://app.example/cb?', ''],
    ['https://app.example/cb?a=1&', ''],
    ['com.example.app:/cb', '?'],
  ])('is added to the query of %s after "%s"', (uri, separator) => {
    expect(deliver(uri, 'query', fields)).toEqual({
      kind: 'redirect',
      location: uri + separator + encoded,
    });
  });

  it.each(['https://app.example/cb', 'https://app.example/cb?a=1&b=%2F%20+', 'com.example.app:/cb'])(
    'is the fragment of %s on request, its query left as it is',
    (uri) => {
      expect(deliver(uri, 'fragment', fields)).toEqual({ kind: 'redirect', location: `${uri}#${encoded}` });
    },
  );

  it('is a form for the redirect URI on request, its values as they are', () => {
    const uri = 'https://app.example/cb?a=1&b=%2F%20+';
    expect(deliver(uri, 'form_post', fields)).toEqual({ kind: 'form_post', action: uri, fields });
  });

  it.each(['query', 'fragment', 'form_post'] as const)(
    'stays on a page of this server where there is no redirect URI, whatever the mode: %s',
    (mode) => {
      expect(deliver(outOfBandUri, mode, fields)).toEqual({ kind: 'page', fields });
    },
  );
});
