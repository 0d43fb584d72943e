import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../handlers/page.ts';
import { EXAMPLES } from './examples.ts';
import { HOSTILE } from './hostile-text.ts';
import { renderPage } from './render.ts';

const CONTEXT = { csrf_token: 'the-csrf-token', request_id: 'the-request-id' };
const pages: [string, Page][] = Object.entries(EXAMPLES);
const html = (page: Page) => renderPage(page, CONTEXT).html;
const csrfFields = (page: Page) => html(page).match(/<input[^>]*name="csrf_token"[^>]*>/g) ?? [];
const unescape = (text: string) =>
  text.replace(
    /&(quot|lt|gt|amp);/g,
    (_, name: string) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name] ?? '',
  );
const shown = (page: Page) =>
  [...html(page).matchAll(/<bdi[^>]*>(.*?)<\/bdi>/gs)].map(([, text = '']) => unescape(text));
const values = (page: Page) =>
  [...html(page).matchAll(/ name="([^"]*)" value="([^"]*)"/gs)].map(([, name, value = '']) => [
    name,
    unescape(value),
  ]);

describe.each(pages)('the page %s', (_, page) => {
  test('is one English document with a title', () => {
    expect(html(page)).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8"\/?>/);
    expect(html(page)).toMatch(/<title>[^<]{7,} · Codegrant<\/title>/);
    expect(html(page).match(/<h1/g)).toHaveLength(1);
  });

  test('never writes the text of strangers as markup', () => {
    expect(html(page)).not.toContain('<script>alert');
    expect(html(page)).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)* onfocus=/);
  });

  test('has a CSRF token in each form that posts to this server', () => {
    const own = html(page).match(/<form[^>]*method="post" action="\/[^>]*>/g) ?? [];
    expect(csrfFields(page)).toHaveLength(own.length);
    for (const field of csrfFields(page)) expect(field).toContain('value="the-csrf-token"');
  });

  test('allows its inline stylesheet and script by the SHA-256 of their very text, and no other', () => {
    const inline = [...html(page).matchAll(/<(style|script)>(.*?)<\/\1>/gs)].map(
      ([, kind, text = '']) => `${kind}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    const policy = renderPage(page, CONTEXT).headers['Content-Security-Policy'] ?? '';
    expect(policy.split('; ').filter((directive) => /^(style|script)-src/.test(directive))).toEqual(inline);
    expect(html(page)).not.toMatch(/ style=| on[a-z]+="|javascript:/);
  });
});

describe('text that strangers chose', () => {
  test('is shown whole, in a box that isolates its direction', () => {
    expect(shown(EXAMPLES['login-hostile'])).toEqual([HOSTILE]);
    expect(shown(EXAMPLES['consent-hostile']).filter((text) => text === HOSTILE)).toHaveLength(5);
    expect(shown(EXAMPLES['error-hostile']).filter((text) => text === HOSTILE)).toHaveLength(4);
  });

  test('is carried whole in hidden fields', () => {
    expect(values(EXAMPLES['login-hostile'])).toContainEqual(['return_to', HOSTILE]);
    expect(values(EXAMPLES['consent-hostile'])).toContainEqual(['state', HOSTILE]);
    expect(values(EXAMPLES.form_post)).toContainEqual(['state', HOSTILE]);
  });

  test('shows of a client URI the host alone, without what stands before an @', () => {
    expect(html(EXAMPLES['consent-hostile'])).not.toContain('bank.example');
    expect(html(EXAMPLES.consent)).not.toContain('href="https://printer.example');
  });
});

describe('the form of the consent page', () => {
  test('carries the authorization request in its order', () => {
    const names = values(EXAMPLES.consent).map(([name]) => name);
    const request = EXAMPLES.consent.request.map(([name]) => name);
    expect(names).toEqual([
      ...request,
      'csrf_token',
      'scope_granted',
      'scope_granted',
      'decision',
      'decision',
    ]);
  });

  test('offers Deny before Allow', () => {
    expect(values(EXAMPLES.consent).slice(-2)).toEqual([
      ['decision', 'deny'],
      ['decision', 'approve'],
    ]);
  });

  test('takes no answer from the request', () => {
    const request = ['decision', 'scope_granted', 'csrf_token'].map((name) => [name, 'forged'] as const);
    expect(html({ ...EXAMPLES.consent, request })).not.toContain('forged');
  });
});

test('the form of form_post carries nothing of ours', () => {
  expect(values(EXAMPLES.form_post).map(([name]) => name)).toEqual(['code', 'state', 'iss']);
  expect(html(EXAMPLES.form_post)).not.toContain('the-csrf-token');
});

test('a failed sign-in is announced and tied to both fields', () => {
  expect(html(EXAMPLES['login-failed'])).toMatch(/id="problem"[^>]*role="alert"/);
  expect(html(EXAMPLES['login-failed']).match(/aria-describedby="problem"/g)).toHaveLength(2);
  expect(html(EXAMPLES.login)).not.toContain('aria-describedby');
});

test('an error page names the request', () => {
  expect(html(EXAMPLES.error)).toContain('the-request-id');
});
