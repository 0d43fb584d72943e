import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import {
  composeAccessToken,
  composeClientSecret,
  composeCode,
  composeRefreshToken,
  composeRegistrationToken,
  parseAccessToken,
  parseCode,
  parseRefreshToken,
} from './token-format.ts';

const id = '00000000ffffffff0123456789abcdef';
const random = secrets.newSecret();
const family = secrets.newSecret();
const code = composeCode(id, random);
const access = composeAccessToken(id, random);
const refresh = composeRefreshToken({ grant_id: id, generation: 12, family }, random);

describe('codes and tokens', () => {
  it('lead to their grant', () => {
    expect(parseCode(code)).toBe(id);
    expect(parseAccessToken(access)).toBe(id);
    expect(parseRefreshToken(refresh)).toEqual({ grant_id: id, generation: 12, family });
  });

  it('carry 256 random bits each', () => {
    for (const text of [code, access, refresh, composeClientSecret(random), composeRegistrationToken(random)])
      expect(text.endsWith(random)).toBe(true);
    expect(Buffer.from(random, 'base64url')).toHaveLength(32);
  });

  it('consist of characters that a bearer token may have, RFC 6750 §2.1, and that no URL has to encode', () => {
    for (const text of [code, access, refresh, composeClientSecret(random), composeRegistrationToken(random)])
      expect(text).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('tell by their prefix what they are, so that none passes for another', () => {
    expect([parseAccessToken(code), parseRefreshToken(code)]).toEqual([null, null]);
    expect([parseCode(access), parseRefreshToken(access)]).toEqual([null, null]);
    expect([parseCode(refresh), parseAccessToken(refresh)]).toEqual([null, null]);
  });
});

describe.each([
  ['a code', code, parseCode],
  ['an access token', access, parseAccessToken],
  ['a refresh token', refresh, parseRefreshToken],
] as const)('%s that was tampered with', (_kind, text, parse) => {
  it.each([
    ['nothing', ''],
    ['its prefix alone', text.slice(0, 4)],
    ['cut by one character', text.slice(0, -1)],
    ['with one character more', `${text}A`],
    ['with a line break at the end', `${text}\n`],
    ['with a space in front', ` ${text}`],
    ['in upper case', text.toUpperCase()],
    ['with a grant id that is too short', text.replace(id, id.slice(1))],
    ['with a character outside the alphabet', `${text.slice(0, -1)}+`],
    ['twice', text + text],
  ])('is none: %s', (_case, tampered) => {
    expect(parse(tampered)).toBeNull();
  });
});

describe('a refresh token', () => {
  it.each(['', '-1', '1.5', '1e3', 'x', '1234567890'])('has no generation "%s"', (generation) => {
    expect(parseRefreshToken(refresh.replace('.12.', `.${generation}.`))).toBeNull();
  });
});
