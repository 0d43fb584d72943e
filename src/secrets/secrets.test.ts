import { describe, expect, it } from 'vitest';
import { secrets } from './secrets.ts';

describe('newId', () => {
  it('is the second in eight hexadecimal digits, then 24 random ones', () => {
    expect(secrets.newId(1_700_000_000)).toMatch(/^6553f100[0-9a-f]{24}$/);
  });

  it('sorts by time as text, beyond 2038 too', () => {
    const ids = [0, 1, 1_700_000_000, 2_200_000_000, 4_102_444_800].map((now) => secrets.newId(now));
    expect([...ids].sort()).toEqual(ids);
  });

  it('differs within one second', () => {
    const ids = Array.from({ length: 1000 }, () => secrets.newId(1_700_000_000));
    expect(new Set(ids).size).toBe(1000);
  });
});

describe('newSecret', () => {
  it('is 256 bits as 43 characters of base64url', () => {
    const secret = secrets.newSecret();
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('never repeats', () => {
    expect(secrets.newSecret()).not.toBe(secrets.newSecret());
  });
});

describe('hash', () => {
  it('turns the verifier of the worked example of RFC 7636 §4.2 into its challenge', () => {
    const challenge = secrets.hash('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });
});

describe('derive', () => {
  it('is HMAC-SHA-256: the published vector for the key Jefe', () => {
    const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const expected = Buffer.from(hex, 'hex').toString('base64url');
    expect(secrets.derive('Jefe', 'what do ya want for nothing?')).toBe(expected);
  });

  it('depends on the key and on the message', () => {
    const values = new Set([secrets.derive('a', 'b'), secrets.derive('a', 'c'), secrets.derive('c', 'b')]);
    expect(values.size).toBe(3);
  });
});

describe('isSame', () => {
  it('tells equal from unequal texts', () => {
    expect(secrets.isSame('abc', 'abc')).toBe(true);
    expect(secrets.isSame('abc', 'abd')).toBe(false);
  });

  it('answers false for different lengths and never throws', () => {
    expect(secrets.isSame('abc', 'abcd')).toBe(false);
    expect(secrets.isSame('', 'a')).toBe(false);
    expect(secrets.isSame('é', 'ee')).toBe(false);
  });
});
