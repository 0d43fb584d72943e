import { createHash } from 'node:crypto';
import type { Page } from '../../handlers/page.ts';
import { PAGE_SCRIPTS } from './page-scripts.ts';
import { STYLESHEET } from './stylesheet.ts';

const STYLE_SOURCE = hashSource(STYLESHEET);
const SCRIPT_DIRECTIVES = new Map(
  Object.entries(PAGE_SCRIPTS).map(([kind, { text, fetches }]) => [
    kind,
    [`script-src ${hashSource(text)}`, ...(fetches ? ["connect-src 'self'"] : [])],
  ]),
);

/** What the grammar of the policy can say: `'self'`, a scheme, or a scheme and a host of plain characters. */
const SAYABLE = /^(?:'self'|[a-z][a-z0-9+.-]*:(?:\/\/[a-z0-9._*-]+(?::(?:\d+|\*))?)?)$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?=\/\/)/i;

/**
 * The policy of one page: our stylesheet, the script of its kind and nothing else, and forms that lead only where
 * the page's form leads.
 * @see https://www.w3.org/TR/CSP3/#directive-form-action
 */
export function contentSecurityPolicy(page: Page): string {
  return [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    ...(SCRIPT_DIRECTIVES.get(page.kind) ?? []),
    'img-src data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${formActionSources(page).join(' ')}`,
  ].join('; ');
}

/** The form of form_post goes to the client alone, so even this server is no place for it. */
function formActionSources(page: Page): string[] {
  const named = 'form_action' in page ? page.form_action.split(' ').filter((source) => source !== '') : [];
  const sources = named.map(sayableSource);
  return page.kind === 'form_post' ? sources : [...new Set(["'self'", ...sources])];
}

/**
 * An IPv6 literal, or a host with a `;` that would end the directive, is legal in a URI and cannot be said in a
 * policy: its scheme stands in for it. What is no source at all is a mistake of ours.
 */
function sayableSource(source: string): string {
  if (SAYABLE.test(source)) return source;
  const scheme = SCHEME.exec(source)?.[0];
  if (scheme === undefined) throw new TypeError(`not a source for form-action: ${JSON.stringify(source)}`);
  return scheme;
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
