import { describe, expect, it } from 'vitest';
import { Refusal } from '../oauth/refusal.ts';
import { parseParameters, refuseNul, refuseNulWithin } from './wire.ts';

const reasonOf = (work: () => unknown) => {
  try {
    return work();
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.reason : thrown;
  }
};

describe('parameters of a query or a form, RFC 6749 §B', () => {
  it.each([
    ['', {}],
    ['a=1', { a: '1' }],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=+&b=%20&c=%2B', { a: ' ', b: ' ', c: '+' }],
    ['a=%252B', { a: '%2B' }],
    ['%61=1&b+c=2', { a: '1', 'b c': '2' }],
    ['a=%F0%9F%A6%8A', { a: '🦊' }],
    ['a=%EF%BB%BFb', { a: '\uFEFFb' }],
    ['a=1;b=2', { a: '1;b=2' }],
    ['A=1&a=2', { A: '1', a: '2' }],
    ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
    ['a=1&%61=1', { a: ['1', '1'] }],
    ['a[]=1&a[x]=2', { 'a[]': '1', 'a[x]': '2' }],
    ['a=https://x.example/?b=c', { a: 'https://x.example/?b=c' }],
  ])('are read from %j', (text, parameters) => {
    expect({ ...parseParameters(text) }).toEqual(parameters);
  });

  it.each([
    ['a=', {}],
    ['a', {}],
    ['&&a=1&&', { a: '1' }],
    ['a=&a=1', { a: '1' }],
    ['a=1&a=', { a: '1' }],
    ['=1', {}],
    ['=', {}],
  ])('without a value or a name count as left out: %j, RFC 6749 §3.1', (text, parameters) => {
    expect({ ...parseParameters(text) }).toEqual(parameters);
  });

  it('may have the names of what every object has', () => {
    const parameters = parseParameters('__proto__=1&constructor=2&toString=3');
    expect(Object.entries(parameters)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
  });

  it.each([
    'a=%',
    'a=%2',
    'a=%zz',
    'a=%ff',
    'a=%c3%28',
    'a=%ed%a0%80',
    'a=%e0%80%80',
    '%ff=a',
    'a=%00',
    'a%00=b',
  ])('are malformed where they are not UTF-8 without NUL: %s', (text) => {
    expect(reasonOf(() => parseParameters(text))).toBe('request_malformed');
  });
});

describe('NUL', () => {
  it('is refused in text', () => {
    expect([reasonOf(() => refuseNul('ab')), reasonOf(() => refuseNul('a\0b'))]).toEqual([
      'ab',
      'request_malformed',
    ]);
  });

  it.each([['\0'], [['a', ['\0']]], [{ a: { b: ['c', { d: '\0' }] } }]])('is refused within %j', (value) => {
    expect(reasonOf(() => refuseNulWithin(value))).toBe('request_malformed');
  });

  it.each([['a'], [1], [null], [undefined], [[]], [{ a: [null, 1, true, 'b'] }]])(
    'is not within %j',
    (value) => {
      expect(reasonOf(() => refuseNulWithin(value))).toBeUndefined();
    },
  );
});
