import { createHash } from 'node:crypto';

const policies = new Map<string, string>();

/**
 * The content security policy of a generated document, the docs page: its own inline scripts by their hashes,
 * everything else from this server. Redoc writes style elements as it runs, searches in a worker and brings its
 * icons as a font within its script.
 */
export function documentPolicy(html: string): string {
  const known = policies.get(html);
  if (known !== undefined) return known;
  const scripts = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => hashSource(text),
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  policies.set(html, policy);
  return policy;
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
