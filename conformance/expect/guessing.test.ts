import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { guessingFindings } from './guessing.ts';

const brokenBy = (values: readonly string[]) =>
  guessingFindings('token', values)
    .filter(({ received }) => received !== null)
    .map(({ expected }) => expected);

const sampleOf = (make: (index: number) => string) => Array.from({ length: 12 }, (_, index) => make(index));

test.each([
  ['256 random bits', sampleOf(() => randomBytes(32).toString('base64url'))],
  ['160 random bits in hexadecimal', sampleOf(() => randomBytes(20).toString('hex'))],
  ['a signed token', sampleOf(() => `eyJhbGciOiJIUzI1NiJ9.e30.${randomBytes(32).toString('base64url')}`)],
])('finds nothing against %s', (_, values) => {
  expect(brokenBy(values)).toEqual([]);
});

test('warns below 160 bits and refuses below 128', () => {
  expect(brokenBy(sampleOf(() => randomBytes(16).toString('hex')))).toEqual([
    'tokens with room for 160 bits',
  ]);
  expect(brokenBy(sampleOf(() => randomUUID()))).toContain('tokens with room for 128 bits');
});

test('finds repetition and counting', () => {
  const prefix = '1234567890'.repeat(5);
  expect(brokenBy(sampleOf((index) => `${prefix}${100 + index}`))).toContain(
    'tokens that do not count upwards',
  );
  expect(brokenBy([...sampleOf(String), '3'])).toContain('tokens that are all different');
});
