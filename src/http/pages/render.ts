import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Page } from '../../handlers/page.ts';
import { Content, type PageContext } from './content.tsx';
import { contentSecurityPolicy } from './content-security-policy.ts';

export type { PageContext };

/** Headers of every page, RFC 9700 §4.2.4 and §4.16: not stored, not framed, and no referrer to leak a code. */
const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A page model as HTML, and the headers without which it must not be sent. */
export function renderPage(
  page: Page,
  context: PageContext,
): { html: string; headers: Record<string, string> } {
  return {
    html: `<!doctype html>${renderToString(h(Content, { page, context }))}`,
    headers: { ...PAGE_HEADERS, 'Content-Security-Policy': contentSecurityPolicy(page) },
  };
}
