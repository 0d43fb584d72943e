import { describe, expect, it } from 'vitest';
import type { Pairs } from '../model/exchange.ts';
import type { Expectation } from '../model/expectation.ts';
import type { AuthorizationOutcome, Landing } from '../model/outcome.ts';
import { answersInQuery, answersOnce, keepsQuery } from './authorization-answer.ts';
import { deliversCode, redirectsError, staysOnPage } from './authorization.ts';
import { eitherOf, preferably } from './combine.ts';

const redirect_uri = 'https://app.example/callback?a=1&b=x%20y&c';
const evil = 'https://attacker.example/';
const page: Landing = {
  at: 'page',
  url: 'https://as.example/',
  status: 400,
  mediaType: 'text/html',
  text: 'no',
};

interface Seen {
  landing?: Landing;
  query?: Pairs;
  location?: string;
  navigations?: string[];
}

function callback(tail: string): Landing {
  const url = `https://app.example/callback?${tail}`;
  const [query = '', fragment = ''] = tail.split('#');
  const read = (text: string): Pairs => [...new URLSearchParams(text)];
  return { at: 'callback', url, query: read(query), fragment: read(fragment), form: [] };
}

/** The worst of what did not hold; `held` where all did. */
function weigh(expectation: Expectation<AuthorizationOutcome>, seen: Seen): string {
  const { landing = page, query = [['state', 's']], location, navigations = [] } = seen;
  const request = { method: 'GET', url: 'https://as.example/authorize', headers: [], body: '' };
  const response = {
    status: 302,
    headers: location === undefined ? [] : [['location', location] as const],
    body: '',
    isTruncated: false,
  };
  const exchanges = [{ request, response, failure: null, milliseconds: 1 }];
  const draft = { ...request, query, body: null };
  const outcome = { request: draft, redirect_uri, state: 's', landing, navigations, exchanges };
  const broken = [expectation.check(outcome)].flat().filter(({ received }) => received !== null);
  const gravities = broken.map(({ gravity }) => gravity);
  return ['unsafe', 'form', 'advice'].find((gravity) => gravities.includes(gravity as 'form')) ?? 'held';
}

describe('staysOnPage', () => {
  const wrong = (uri: string): Pairs => [['redirect_uri', uri]];

  it.each<[string, string, Seen]>([
    ['held', 'a page of the server', { query: wrong(evil) }],
    ['unsafe', 'the URI of the request', { query: wrong(evil), landing: { at: 'elsewhere', url: evil } }],
    [
      'unsafe',
      'a location that no browser can read',
      { query: wrong('https://a:99999/'), location: 'https://a:99999/?x' },
    ],
    ['unsafe', 'a relative location', { query: wrong('/cb'), location: '/cb?code=1' }],
    ['unsafe', 'a code at the registered URI', { query: wrong(evil), landing: callback('code=1') }],
    [
      'unsafe',
      'an error where the client is unknown',
      { query: wrong(redirect_uri), landing: callback('error=x') },
    ],
    ['advice', 'an error at the registered URI', { query: wrong(evil), landing: callback('error=x') }],
    ['advice', 'an error where no URI was named', { query: [], landing: callback('error=x') }],
    ['unsafe', 'a code where no URI was named', { query: [], landing: callback('code=x') }],
    ['form', 'no answer', { query: wrong(evil), landing: { at: 'nowhere', reason: 'no answer in time' } }],
    ['advice', 'a page with status 500', { query: wrong(evil), landing: { ...page, status: 500 } }],
  ])('is %s after %s', (verdict, _, seen) => {
    expect(weigh(staysOnPage, seen)).toBe(verdict);
  });
});

describe('redirectsError', () => {
  it.each<[string, string, string]>([
    ['held', 'the code and the state', 'error=invalid_scope&state=s'],
    ['form', 'another code', 'error=server_error&state=s'],
    ['form', 'no state', 'error=invalid_scope'],
    ['form', 'another state', 'error=invalid_scope&state=S'],
    ['form', 'two errors', 'error=invalid_scope&error=invalid_scope&state=s'],
    ['form', 'a quote in the description', 'error=invalid_scope&state=s&error_description=%22'],
    ['unsafe', 'a code beside it', 'error=invalid_scope&state=s&code=1'],
  ])('is %s for %s', (verdict, _, tail) => {
    expect(weigh(redirectsError(['invalid_scope']), { landing: callback(tail) })).toBe(verdict);
  });

  it.each([
    ['held', 'the code that fits', 'invalid_scope'],
    ['advice', 'one that is tolerated', 'invalid_request'],
    ['form', 'any other', 'access_denied'],
  ])('is %s for %s', (verdict, _, error) => {
    const landing = callback(`error=${error}&state=s`);
    const expectation = redirectsError(['invalid_scope'], { tolerated: ['invalid_request'] });
    expect(weigh(expectation, { landing })).toBe(verdict);
  });

  it.each([
    ['held', 'x', 'state=x'],
    ['held', 'y', 'state=y'],
    ['held', 'neither', ''],
    ['form', 'both', 'state=x&state=y'],
    ['form', 'a third', 'state=z'],
  ])('is %s where two states came and %s is returned', (verdict, _, tail) => {
    const query: Pairs = [
      ['state', 'x'],
      ['state', 'y'],
    ];
    const landing = callback(`error=invalid_request&${tail}`);
    expect(weigh(redirectsError(['invalid_request']), { query, landing })).toBe(verdict);
  });
});

describe('the place of an answer', () => {
  it.each([
    ['held', 'a bare number sign behind it', 'code=1#'],
    ['held', 'the suffix #_=_', 'code=1#_=_'],
    ['form', 'a code in the fragment', 'a=1#code=1'],
  ])('is %s with %s', (verdict, _, tail) => {
    expect(weigh(answersInQuery, { landing: callback(tail) })).toBe(verdict);
  });

  it.each([
    ['held', 'unchanged', 'a=1&b=x%20y&c&code=1'],
    ['advice', 're-encoded', 'a=1&b=x+y&c=&code=1'],
    ['form', 'reordered', 'b=x%20y&a=1&c&code=1'],
    ['form', 'dropped', 'code=1'],
    ['form', 'followed by a second question mark', 'a=1&b=x%20y&c?code=1'],
  ])('is %s where the query of the redirect URI is %s', (verdict, _, tail) => {
    expect(weigh(keepsQuery, { landing: callback(tail) })).toBe(verdict);
  });

  it('holds each parameter once', () => {
    expect(weigh(answersOnce, { landing: callback('code=1&iss=x&iss=x') })).toBe('form');
  });
});

describe('alternatives', () => {
  const refused = redirectsError(['invalid_request']);

  it('are weighed by the one that comes closest', () => {
    const landing = callback('error=server_error');
    const query: Pairs = [['redirect_uri', redirect_uri]];
    expect(weigh(eitherOf(staysOnPage, refused), { landing, query })).toBe('form');
    expect(
      weigh(eitherOf(deliversCode, refused), { landing: callback('error=invalid_request&state=s') }),
    ).toBe('held');
  });

  it('are worth a word where the tolerated one came', () => {
    expect(weigh(preferably(deliversCode, staysOnPage), { landing: page })).toBe('advice');
    expect(weigh(preferably(deliversCode, staysOnPage), { landing: callback('code=1&state=s') })).toBe(
      'held',
    );
    expect(weigh(preferably(deliversCode, refused), { landing: page })).toBe('form');
  });
});
