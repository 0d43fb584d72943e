import type supertest from 'supertest';
import { expect } from 'vitest';

export type Mode = 'query' | 'fragment' | 'form_post';

/**
 * The parameters of an authorization response that has to arrive at exactly this redirect URI by exactly this way;
 * each of them once (RFC 6749 §3.1).
 */
export function answerAt(uri: string, response: supertest.Response, mode: Mode = 'query'): Answer {
  const fields = mode === 'form_post' ? postedFields(uri, response) : redirectedFields(uri, response, mode);
  const names = fields.map(([name]) => name);
  expect(names).toEqual([...new Set(names)]);
  return Object.fromEntries(fields);
}

export type Answer = Record<string, string | undefined>;
type Fields = (readonly [name: string, value: string])[];

function redirectedFields(uri: string, response: supertest.Response, mode: Mode): Fields {
  expect(response.status).toBe(303);
  const location = response.headers.location ?? '';
  const query = uri.includes('?') ? '&' : '?';
  const separator = mode === 'fragment' ? '#' : query;
  expect(location.slice(0, uri.length + 1)).toBe(uri + separator);
  const added = location.slice(uri.length + 1);
  expect(added).toMatch(/^[A-Za-z0-9*._=&%+-]+$/);
  return [...new URLSearchParams(added)];
}

function postedFields(uri: string, response: supertest.Response): Fields {
  expect([response.status, response.headers.location]).toEqual([200, undefined]);
  expect(formTargets(response.text)).toEqual([uri]);
  return fieldsIn(response.text);
}

/** Where the forms of a page lead. */
export function formTargets(html: string): string[] {
  return [...html.matchAll(/<form[^>]* action="([^"]*)"/g)].map(([, action = '']) => unescapeHtml(action));
}

/** The fields of a page that carry a value. */
export function fieldsIn(html: string): [name: string, value: string][] {
  return [...html.matchAll(/<input[^>]* name="([^"]*)" value="([^"]*)"/gs)].map(
    ([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)],
  );
}

const characters: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" };

export function unescapeHtml(html: string): string {
  return html.replace(/&(quot|lt|gt|amp|#39);/g, (_, name: string) => characters[name] ?? '');
}

/** What a page says to a reader. */
export function textOf(html: string): string {
  const body = html.slice(html.indexOf('<main>'));
  return unescapeHtml(body.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/ +/g, ' ');
}

/** The answer is a page that leads nowhere by itself: no redirect, no refresh, no script, no form. */
export function expectDeadEnd(response: supertest.Response, status = 400): void {
  expect(response.status).toBe(status);
  expect(response.headers).not.toHaveProperty('location');
  expect(response.headers).not.toHaveProperty('refresh');
  expect(response.type).toBe('text/html');
  expect(response.text).not.toMatch(/<(form|script|iframe|meta http-equiv)/i);
}
