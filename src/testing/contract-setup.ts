import { afterAll, afterEach, expect } from 'vitest';
import { writeCoverage } from './contract-coverage.ts';
import { violations } from './contract-observer.ts';

// A setup file of vitest: no test passes during which the server answered outside the contract.
afterEach(() => {
  expect(violations.splice(0)).toEqual([]);
});

afterAll(writeCoverage);
