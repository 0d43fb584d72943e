import type supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { csrfTokenIn, type Parameters } from './owner.ts';
import { password } from './server.ts';

/** Fills in the form of /login and sends it, whatever comes of it. */
export async function signIn(browser: TestAgent, fields: Parameters): Promise<supertest.Response> {
  const { text } = await browser.get('/login');
  const form = { username: 'ada', password, csrf_token: csrfTokenIn(text), ...fields };
  return await browser.post('/login').type('form').send(form);
}

/** The session cookie that an answer sets, of either name; null where it sets none. */
export function cookieValue({ headers }: supertest.Response): string | null {
  return /(?:^|-)codegrant_session=([^;]*)/.exec(cookieLine(headers))?.[1] ?? null;
}

/** The line that sets the session cookie. */
export function cookieLine(headers: supertest.Response['headers']): string {
  const lines = (headers['set-cookie'] ?? []) as unknown as string[];
  return lines.find((line) => line.includes('codegrant_session=')) ?? '';
}
