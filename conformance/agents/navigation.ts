import type { Exchange, Pairs, RequestDraft } from '../model/exchange.ts';
import { headerOf } from '../model/exchange.ts';
import { absolute, readDocument, readRefreshValue, type Document, type Form } from './markup.ts';

/** A move of the browser that nobody has to click for. */
export interface Move {
  url: string;
  method: string;
  body: Pairs | null;
}

/**
 * Where an answer sends the browser by itself: a 3xx, a `Refresh` header, a meta refresh, a form that a script
 * submits, a script that sets the location (RFC 6749 §1.7 leaves the way open). Null where the page stays.
 */
export function readMove({ request, response }: Exchange): Move | null {
  if (response === null) return null;
  const location = absolute(headerOf(response, 'location'), request.url);
  if (response.status >= 300 && response.status < 400 && location !== null) {
    const repeats = response.status === 307 || response.status === 308;
    if (!repeats) return get(location);
    return { url: location, method: request.method, body: repeats ? formPairs(request.body) : null };
  }
  const refresh = readRefreshValue(headerOf(response, 'refresh'), request.url);
  if (refresh !== null) return get(refresh);
  if (!isHtml(headerOf(response, 'content-type'))) return null;
  return moveOfDocument(readDocument(response.body, request.url), request.url);
}

function moveOfDocument(document: Document, url: string): Move | null {
  if (document.refresh !== null) return get(document.refresh);
  const code = `${document.scripts}\n${document.root.querySelector('body')?.getAttribute('onload') ?? ''}`;
  const [form] = document.forms;
  if (
    form !== undefined &&
    document.forms.length === 1 &&
    /\bsubmit\b[^;]*\(/.test(code) &&
    !hasOwnerFields(form)
  ) {
    return submission(form, []);
  }
  const set =
    /\blocation(?:\.href)?\s*=\s*["']([^"']+)["']|\blocation\.(?:assign|replace)\(\s*["']([^"']+)["']/.exec(
      code,
    );
  const target = absolute(set?.[1] ?? set?.[2], url);
  return target === null ? null : get(target);
}

/** A form that is for a person, however its script looks. */
function hasOwnerFields({ fields }: Form): boolean {
  return fields.some(({ type }) => !['hidden', 'submit'].includes(type));
}

/** What a browser sends when the form is submitted with these values in place of, or beside, its own. */
export function submission(form: Form, values: Pairs, action: string | null = null): Move {
  const overridden = new Set(values.map(([name]) => name));
  const own = form.fields
    .filter(({ name, type, isChecked }) => {
      const isOff = (type === 'checkbox' || type === 'radio') && !isChecked;
      return name !== '' && !isOff && !overridden.has(name);
    })
    .map(({ name, value }) => [name, value] as const);
  const pairs = [...own, ...values];
  const url = action ?? form.action;
  if (form.method === 'POST') return { url, method: 'POST', body: pairs };
  const target = new URL(url);
  target.search = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return get(target.href);
}

/** A move as a browser's navigation: no credentials of the client, no fetch metadata but that of a click. */
export function draftOf({ url, method, body }: Move, cookie: string, headers: Pairs): RequestDraft {
  return {
    method,
    url: withoutFragment(url),
    query: [],
    body,
    headers: [
      ['user-agent', 'Mozilla/5.0 (compatible; codegrant-conformance)'],
      ['accept', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'],
      ['accept-language', 'en'],
      ['upgrade-insecure-requests', '1'],
      ...(cookie === '' ? [] : [['cookie', cookie] as const]),
      ...(method === 'POST' ? [['origin', new URL(url).origin] as const] : []),
      ...headers,
    ],
  };
}

export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

export function isHtml(mediaType: string | undefined): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)/i.test(mediaType ?? '');
}

function get(url: string): Move {
  return { url, method: 'GET', body: null };
}

function formPairs(body: string): Pairs {
  return [...new URLSearchParams(body)];
}
