import { describe, expect, it } from 'vitest';
import { median, quantile, ratio, spread } from './statistics.ts';

describe('the statistics of a measurement', () => {
  it('take the value in the middle, whatever the order', () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('take a quantile by the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(hundred, 0.5)).toBe(50);
    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('show how far the rounds are apart', () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
  });

  it('compare round by round, so that a slow round changes no ratio', () => {
    expect(ratio([50, 5, 50], [100, 10, 100])).toEqual({ median: 0.5, low: 0.5, high: 0.5 });
  });
});
