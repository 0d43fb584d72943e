import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { fieldsIn } from '../testing/authorization-answer.ts';
import { signedIn } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';
import { signIn } from '../testing/sign-in.ts';

/** Ways to make a browser leave the server after sign-in. */
const elsewhere = [
  'https://evil.example',
  'https:evil.example',
  'HTTPS://evil.example/',
  'http:///evil.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/\u0001/evil.example',
  '/\r\nLocation: https://evil.example',
  '/\u00A0/evil.example',
  '/／evil.example',
  'evil.example',
  '@evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '',
];

/** Paths of this server, however odd. */
const here = [
  '/',
  '/logout',
  '/oauth/authorize?redirect_uri=https%3A%2F%2Fevil.example&state=a+b#c',
  '/%0d%0aLocation:%20https://evil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/@evil.example',
  '/x?//evil.example',
];

describe('after sign-in the browser', () => {
  const server = testServer();
  let browser: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    browser = await signedIn(server);
  });
  const origin = (location: string) => new URL(location, `${server.url}/login`).origin;

  it.each(elsewhere)('goes home where return_to is %j', async (return_to) => {
    const answer = await signIn(supertest.agent(server.url), { return_to });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });

  it.each(elsewhere)('goes home at once where it was signed in and return_to is %j', async (return_to) => {
    const answer = await browser.get(`/login?${new URLSearchParams({ return_to }).toString()}`);
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });

  it.each(elsewhere)('is told nothing of it by the form where return_to is %j', async (return_to) => {
    const query = new URLSearchParams({ return_to }).toString();
    const { text } = await supertest(server.url).get(`/login?${query}`).expect(200);
    expect(Object.fromEntries(fieldsIn(text)).return_to).toBe('/');
  });

  it.each(here)('stays on this server where return_to is %s', async (return_to) => {
    const answer = await signIn(supertest.agent(server.url), { return_to });
    expect([answer.status, answer.headers.location]).toEqual([303, return_to]);
    expect(origin(return_to)).toBe(server.url);
    expect(Object.keys(answer.headers).filter((name) => name === 'location')).toHaveLength(1);
  });

  it('goes home where return_to is sent twice or not at all', async () => {
    expect((await browser.get('/login')).headers.location).toBe('/');
    const twice = await browser.get('/login?return_to=/logout&return_to=//evil.example');
    expect([twice.status, twice.headers.location]).toEqual([400, undefined]);
  });
});
