import type { Exchange, Pairs, RequestDraft } from '../model/exchange.ts';
import { headerOf } from '../model/exchange.ts';
import { absolute, readDocument, readRefreshValue, type Button, type Document, type Form } from './markup.ts';

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
  const code = `${document.scripts}\n${document.root.getElementsByTagName('body')[0]?.getAttribute('onload') ?? ''}`;
  const [form] = document.forms;
  if (form !== undefined && document.forms.length === 1 && submitsItself.test(code) && !isForPerson(form)) {
    return submission(form, []);
  }
  // A script beside a form that somebody has to answer runs on a click.
  if (document.forms.some((one) => isForPerson(one) || one.buttons.length > 0)) return null;
  const [, , assigned, , called] = setsLocation.exec(code) ?? [];
  const target = absolute(unescapeScript(assigned ?? called), url);
  return target === null ? null : get(target);
}

/** A call, not a listener for the event of that name. */
const submitsItself = /\.(?:submit|requestSubmit)(?:\.call)?\s*\(\s*(?:\)|(?:document|form|f)\b)/;
const setsLocation =
  /\blocation(?:\.href)?\s*=\s*(["'`])((?:\\.|(?!\1)[^\\\n])+)\1|\blocation\.(?:assign|replace)\(\s*(["'`])((?:\\.|(?!\3)[^\\\n])+)\3/;

/** `\/`, `\u0026` and `\x26`, as templates write addresses into scripts. */
function unescapeScript(text: string | undefined): string | undefined {
  return text?.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gi,
    (_, wide: string, narrow: string, plain: string) =>
      plain === undefined ? String.fromCharCode(parseInt(wide ?? narrow, 16)) : plain,
  );
}

/** A form that is for a person, however its script looks: something to fill in, or a choice of buttons. */
function isForPerson({ fields, buttons }: Form): boolean {
  return buttons.length > 1 || fields.some(({ type }) => !['hidden', 'submit'].includes(type));
}

/** What a browser sends when the button is pressed, with these values in place of the form's own. */
export function submission(form: Form, values: Pairs, button: Button | null = null): Move {
  const overridden = new Set(values.map(([name]) => name));
  const own = form.fields
    .filter(({ name, type, isChecked }) => {
      const isOff = (type === 'checkbox' || type === 'radio') && !isChecked;
      return name !== '' && !isOff && !overridden.has(name);
    })
    .map(({ name, value }) => [name, value] as const);
  const pressed: Pairs = button === null || button.name === '' ? [] : [[button.name, button.value]];
  const pairs = [...own, ...values, ...pressed];
  const url = button?.action ?? form.action;
  if ((button?.method ?? form.method) === 'POST') return { url, method: 'POST', body: pairs };
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
