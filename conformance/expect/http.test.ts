import { describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../model/outcome.ts';
import type { Expectation } from '../model/expectation.ts';
import {
  answersWith,
  challenges,
  challengesWith401,
  forbidsStoring,
  handsOutNothing,
  issuesTokens,
  refusesToken,
} from './http.ts';

type Headers = Record<string, string>;

/** An answer of the token endpoint; JSON unless the headers say otherwise. */
function answer(status: number, body: object | string, headers: Headers = {}): HttpOutcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', ...headers };
  const request = { method: 'POST', url: 'https://as.example/token', headers: [], body: '' };
  const response = { status, headers: Object.entries(all), body: text, isTruncated: false };
  return {
    request: { ...request, query: [], body: null },
    exchange: { request, response, failure: null, milliseconds: 1 },
    response,
    json: typeof body === 'string' ? undefined : body,
  };
}

const silence: HttpOutcome = {
  ...answer(200, ''),
  response: null,
  exchange: { ...answer(200, '').exchange, response: null, failure: 'no answer in time' },
};

/** What did not hold, as `gravity: expected`. */
function broken({ check }: Expectation<HttpOutcome>, outcome: HttpOutcome): string[] {
  return [check(outcome)]
    .flat()
    .filter(({ received }) => received !== null)
    .map(({ gravity, expected }) => `${gravity}: ${expected}`);
}

const tokens = { access_token: 'a', token_type: 'Bearer' };

test.each<[string, HttpOutcome, string[]]>([
  ['tokens', answer(200, tokens), []],
  ['a 201', answer(201, tokens), ['form: status 200']],
  [
    'an empty token',
    answer(200, { ...tokens, access_token: '' }),
    ['form: an `access_token`, a non-empty string'],
  ],
  [
    'a token that is a number',
    answer(200, { ...tokens, access_token: 1 }),
    ['form: an `access_token`, a non-empty string'],
  ],
  ['no type', answer(200, { access_token: 'a' }), ['form: a `token_type`, a string']],
  [
    'a list',
    answer(200, [tokens]),
    ['form: an `access_token`, a non-empty string', 'form: a `token_type`, a string'],
  ],
])('of an answer with tokens: %s', (_, outcome, findings) => {
  expect(broken(issuesTokens, outcome)).toEqual(findings);
});

describe('a refusal is', () => {
  const expectation = refusesToken(['invalid_grant', 'invalid_request'], { tolerated: ['invalid_client'] });
  const error = 'form: an error response with `error` `invalid_grant` or `invalid_request`';

  test.each<[string, HttpOutcome, string[]]>([
    ['a 400 with the code', answer(400, { error: 'invalid_grant' }), []],
    ['a 400 with the other code', answer(400, { error: 'invalid_request' }), []],
    [
      'JSON with parameters of the media type',
      answer(400, { error: 'invalid_grant' }, { 'content-type': 'application/json;charset=UTF-8' }),
      [],
    ],
    ['a null in the place of a token', answer(400, { error: 'invalid_grant', access_token: null }), []],
  ])('%s', (_, outcome) => {
    expect(broken(expectation, outcome)).toEqual([]);
  });

  test.each<[string, HttpOutcome, string[]]>([
    ['another code', answer(400, { error: 'server_error' }), [error]],
    ['a code that is tolerated', answer(401, { error: 'invalid_client' }), [error.replace('form', 'advice')]],
    ['a 401 for what is no client error', answer(401, { error: 'invalid_grant' }), ['form: status 400']],
    ['a 200 with an error', answer(200, { error: 'invalid_grant' }), ['form: status 400']],
    [
      'HTML',
      answer(400, '<h1>no</h1>', { 'content-type': 'text/html' }),
      [error, 'form: the media type `application/json`'],
    ],
    [
      'a description with a quote',
      answer(400, { error: 'invalid_grant', error_description: 'no "code"' }),
      ['form: `error_description` of printable ASCII without quotes and backslashes'],
    ],
    [
      'a description that is no text',
      answer(400, { error: 'invalid_grant', error_description: 7 }),
      ['form: `error_description` of printable ASCII without quotes and backslashes'],
    ],
    [
      'an address with a space',
      answer(400, { error: 'invalid_grant', error_uri: 'a b' }),
      ['form: `error_uri`, a URI'],
    ],
    [
      'a token beside the error',
      answer(400, { error: 'invalid_grant', ...tokens }),
      ['unsafe: no token in the answer'],
    ],
    ['silence', silence, [error]],
  ])('not %s', (_, outcome, findings) => {
    expect(broken(expectation, outcome)).toEqual(findings);
  });

  test.each([
    ['as the text has it', answer(200, tokens)],
    ['in a form', answer(200, 'token_type=bearer&access_token=abc', { 'content-type': 'text/plain' })],
    ['deeper in the JSON', answer(200, '{"data":{"access_token":"abc"}}')],
    ['a refresh token alone', answer(400, { refresh_token: 'r' })],
  ])('never one with a token %s', (_, outcome) => {
    expect(broken(handsOutNothing, outcome)).toContain('unsafe: no token in the answer');
    expect(broken(expectation, outcome)).toContain('unsafe: no token in the answer');
  });

  test.each([
    [
      'a page that names the parameter',
      answer(400, '<p>access_token=missing</p>', { 'content-type': 'text/html' }),
    ],
    ['an empty token', answer(400, { access_token: '' })],
    ['a bare 403', answer(403, '')],
  ])('without a token: %s', (_, outcome) => {
    expect(broken(handsOutNothing, outcome)).toEqual([]);
  });

  test('with 401 alone, where the header was used', () => {
    const strict = refusesToken(['invalid_client'], { unauthorized: 'compulsory' });
    expect(broken(strict, answer(401, { error: 'invalid_client' }))).toEqual([]);
    expect(broken(strict, answer(400, { error: 'invalid_client' }))).toEqual(['form: status 401']);
    expect(broken(refusesToken(['invalid_client']), answer(400, { error: 'invalid_client' }))).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ['no-store', true],
  ['No-Store, max-age=0', true],
  ['private, no-cache', false],
  ['x-no-store', false],
  ['', false],
])('storing is forbidden by Cache-Control %j: %s', (value, isForbidden) => {
  expect(broken(forbidsStoring, answer(200, {}, { 'cache-control': value })).length === 0).toBe(isForbidden);
});

test.each<[string | null, boolean]>([
  ['Basic realm="x"', true],
  ['basic', true],
  ['Bearer realm="x", Basic realm="y"', true],
  ['Bearer', false],
  ['Basically realm="x"', false],
  [null, false],
])('the challenge %j is one for Basic: %s', (value, isOne) => {
  const headers: Headers = value === null ? {} : { 'www-authenticate': value };
  expect(broken(challenges('Basic'), answer(401, {}, headers)).length === 0).toBe(isOne);
});

test('a 401 has a challenge, anything else needs none', () => {
  expect(broken(challengesWith401, answer(401, {}))).toEqual(['advice: `WWW-Authenticate` with a 401']);
  expect(broken(challengesWith401, answer(401, {}, { 'www-authenticate': 'Basic' }))).toEqual([]);
  expect(broken(challengesWith401, answer(400, {}))).toEqual([]);
});

test('a status is one of those named', () => {
  expect(broken(answersWith(400, 405), answer(405, {}))).toEqual([]);
  expect(broken(answersWith(400, 405), silence)).toEqual(['form: status 400 or 405']);
});
