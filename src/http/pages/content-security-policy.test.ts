import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { EXAMPLES } from './examples.ts';
import { renderPage } from './render.ts';

const formAction = (form_action: string) =>
  contentSecurityPolicy({ ...EXAMPLES.consent, form_action }).split('form-action ')[1];

test('headers forbid storing, framing, sniffing and referrers', () => {
  expect(renderPage(EXAMPLES.home, { csrf_token: 't', request_id: 'r' }).headers).toEqual({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'$/,
    ) as string,
  });
});

test.each(Object.entries(EXAMPLES))('%s may ask this server for more only if its script does', (_, page) => {
  const fetches = ['applications', 'application', 'application_form'].includes(page.kind);
  expect(/connect-src [^;]*/.exec(contentSecurityPolicy(page))?.[0]).toBe(
    fetches ? "connect-src 'self'" : undefined,
  );
});

describe('form-action', () => {
  test.each([
    ['https://printer.example', "'self' https://printer.example"],
    ['http://127.0.0.1:49152', "'self' http://127.0.0.1:49152"],
    ['com.example.app:', "'self' com.example.app:"],
    ['https: http:', "'self' https: http:"],
    ["'self'", "'self'"],
    ['', "'self'"],
  ])('of a consent page that leads to "%s" is %s', (source, expected) => {
    expect(formAction(source)).toBe(expected);
  });

  test.each([
    ['http://[::1]:49152', "'self' http:"],
    ["https://a;script-src'unsafe-inline'.example", "'self' https:"],
    ['https://a,b.example', "'self' https:"],
  ])('falls back to the scheme of %s, which a policy cannot say', (source, expected) => {
    expect(formAction(source)).toBe(expected);
  });

  test.each(['script-src', '*', "'unsafe-inline'", 'https://a.example\r\nx: y', ';'])(
    'refuses %j, which is no source',
    (source) => {
      expect(() => formAction(source)).toThrow(TypeError);
    },
  );

  test('of form_post is the client alone', () => {
    expect(contentSecurityPolicy(EXAMPLES.form_post)).toMatch(/; form-action https:\/\/printer\.example$/);
  });
});
