import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { hasChallengeParameter, keepsChallengeAlphabets, namesOnce, writesChallenge } from './challenge.ts';

const outcomeWith = (...values: string[]): HttpOutcome => {
  const headers = values.map((value) => ['www-authenticate', value] as const);
  const request = { method: 'GET', url: 'https://server.example/me', query: [], headers: [], body: null };
  const response = { status: 401, headers, body: '', isTruncated: false };
  const exchange = { request: { ...request, body: '' }, response, failure: null, milliseconds: 1 };
  return { request, exchange, response, json: undefined };
};

const holds = (found: Finding | readonly Finding[]) =>
  [found].flat().every(({ received }) => received === null);

test.each([
  ['Bearer realm="a, b", error="invalid_token"'],
  ['Basic realm="x", Bearer realm="y" , error=invalid_token'],
  ['bearer error_uri="https://server.example/doc"'],
])('reads %s', (value) => {
  const outcome = outcomeWith(value);
  expect(holds(hasChallengeParameter.check(outcome))).toBe(true);
  expect(holds(keepsChallengeAlphabets.check(outcome))).toBe(true);
  expect(holds(writesChallenge.check(outcome))).toBe(true);
});

test('finds a bare scheme, a repeated parameter, odd characters and what cannot be read', () => {
  expect(holds(hasChallengeParameter.check(outcomeWith('Bearer')))).toBe(false);
  expect(holds(hasChallengeParameter.check(outcomeWith('Bearer', 'Basic realm="x"')))).toBe(false);
  expect(holds(namesOnce('realm').check(outcomeWith('Bearer realm="a", realm="b"')))).toBe(false);
  expect(holds(keepsChallengeAlphabets.check(outcomeWith('Bearer error_description="\\"so\\""')))).toBe(
    false,
  );
  expect(holds(writesChallenge.check(outcomeWith('Bearer error_description="so \\"')))).toBe(false);
});
