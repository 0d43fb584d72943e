import type { Pairs, Reply } from './message.ts';

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A page for the owner: not stored, not framed (RFC 6749 §10.13), without a referrer. */
export function page(status: number, title: string, content: string, headers: Pairs = []): Reply {
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body><h1>${escapeHtml(title)}</h1>${content}</body></html>`;
  const fixed: Pairs = [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['content-security-policy', "frame-ancestors 'none'"],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'no-referrer'],
  ];
  return { status, headers: [...fixed, ...headers], body };
}

interface FormOptions {
  method?: 'get' | 'post';
  action: string;
  hidden: Pairs;
  content: string;
}

export function form({ method = 'post', action, hidden, content }: FormOptions): string {
  return `<form method="${method}" action="${escapeHtml(action)}">${hiddenFields(hidden)}${content}</form>`;
}

export function hiddenFields(pairs: Pairs): string {
  return pairs
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
}
