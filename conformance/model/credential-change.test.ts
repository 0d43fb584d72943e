import { expect, test } from 'vitest';
import {
  identifierOnly,
  overEncodedIdentifier,
  overEncodedSecret,
  wrongSecret,
} from './credential-change.ts';
import { alterLast } from './altered.ts';
import type { RequestDraft } from './exchange.ts';

const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;
const draft: RequestDraft = {
  method: 'POST',
  url: 'https://server.example/token',
  query: [],
  headers: [['authorization', basic('my%3Aid:se%2Bcret')]],
  body: [['grant_type', 'authorization_code']],
};

test('encodes one ordinary letter of the identifier or of the secret, and nothing else', () => {
  expect(overEncodedIdentifier.apply(draft).headers).toEqual([
    ['authorization', basic('%6Dy%3Aid:se%2Bcret')],
  ]);
  expect(overEncodedSecret.apply(draft).headers).toEqual([['authorization', basic('my%3Aid:%73e%2Bcret')]]);
});

test('leaves the decoded identifier where the secret is taken away', () => {
  const { headers, body } = identifierOnly.apply(draft);
  expect(headers).toEqual([]);
  expect(body).toEqual([
    ['grant_type', 'authorization_code'],
    ['client_id', 'my:id'],
  ]);
});

test('makes the secret wrong in the place where it stands', () => {
  expect(wrongSecret.apply(draft).headers).toEqual([['authorization', basic('my%3Aid:se%2Bcret-wrong')]]);
  const inBody: RequestDraft = { ...draft, headers: [], body: [['client_secret', 's']] };
  expect(wrongSecret.apply(inBody).body).toEqual([['client_secret', 's-wrong']]);
});

test('alters the last character so that the decoded octets differ too', () => {
  for (const last of 'AQgw') {
    const altered = alterLast(`abcd${last.repeat(2)}`);
    expect(Buffer.from(altered, 'base64url')).not.toEqual(Buffer.from(`abcd${last.repeat(2)}`, 'base64url'));
  }
});
