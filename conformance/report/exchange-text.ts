import { STATUS_CODES } from 'node:http';
import { readDocument } from '../agents/markup.ts';
import { isHtml } from '../agents/navigation.ts';
import { headerOf, type Exchange, type Pairs, type Response } from '../model/exchange.ts';
import { cut, visible, wrap } from './layout.ts';

const bodyLines = 12;

/** Say nothing about the case: sent by every client, or about the connection. */
const dull = new Set([
  ...[
    'host',
    'user-agent',
    'accept',
    'accept-language',
    'upgrade-insecure-requests',
    'content-length',
    'origin',
  ],
  ...['date', 'connection', 'keep-alive', 'transfer-encoding', 'server', 'etag', 'vary', 'x-powered-by'],
  ...[
    'content-security-policy',
    'referrer-policy',
    'x-frame-options',
    'x-content-type-options',
    'x-request-id',
  ],
  ...['strict-transport-security', 'permissions-policy', 'cross-origin-opener-policy', 'accept-ranges'],
]);

/** An exchange as lines, `>` for what was sent and `<` for what came. */
export function exchangeLines({ request, response, failure }: Exchange, columns: number): string[] {
  const width = columns - 2;
  const sent = [
    ...wrapped(`${request.method} ${longValues(pathOf(request.url))}`, '&', width),
    ...headerLines(request.headers, width),
    ...(request.body === '' ? [] : ['', ...sentBody(request.body, width)]),
  ];
  const came =
    response === null
      ? [failure ?? 'no answer']
      : [statusLine(response), ...headerLines(response.headers, width)];
  const body = response === null ? [] : receivedBody(response, request.url, width);
  return [
    ...sent.map((line) => `> ${line}`.trimEnd()),
    ...came.map((line) => `< ${line}`),
    ...(body.length === 0 ? [] : ['<', ...body.map((line) => `< ${line}`.trimEnd())]),
  ];
}

/** One line for a step that is not shown in full. */
export function stepLine({ request, response, failure }: Exchange, columns: number): string {
  const path = pathOf(request.url).replace(/\?.*$/s, '');
  const location = response === null ? undefined : headerOf(response, 'location');
  const to = location === undefined ? '' : ` to ${location.replace(/[?#].*$/s, '')}`;
  const answer = response === null ? (failure ?? 'no answer') : `${response.status}${to}`;
  return cut(`${request.method} ${visible(path)} → ${visible(answer)}`, columns);
}

function pathOf(url: string): string {
  return visible(url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')) || '/';
}

/** A value of hundreds of characters says no more than its beginning and its length; the `curl` line has all of it. */
function longValues(text: string): string {
  return text.replace(/[^&=\s]{301,}/g, (value) => `${value.slice(0, 60)}…(${value.length} characters)`);
}

function statusLine({ status }: Response): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
}

function headerLines(headers: Pairs, width: number): string[] {
  return headers
    .filter(([name]) => !dull.has(name.toLowerCase()))
    .flatMap(([name, value]) => wrapped(longValues(visible(`${name.toLowerCase()}: ${value}`)), '&', width));
}

/** On one line where it fits, else one parameter a line. */
function wrapped(text: string, separator: string, width: number): string[] {
  if (text.length <= width) return [text];
  const [first = '', ...rest] = text.split(separator);
  return [first, ...rest.map((part) => `  ${separator}${part}`)].flatMap((line) => wrap(line, width));
}

function sentBody(body: string, width: number): string[] {
  return shorten(wrapped(longValues(visible(body)), '&', width));
}

function receivedBody(response: Response, url: string, width: number): string[] {
  if (response.body.trim() === '') return [];
  if (isHtml(headerOf(response, 'content-type'))) return pageLines(response.body, url, width);
  const lines = visible(indented(response.body))
    .split('\n')
    .flatMap((line) => wrap(line, width));
  return shorten(lines);
}

/** A page as its reader sees it: what matters is what it says, not its markup. */
function pageLines(html: string, url: string, width: number): string[] {
  const { title, text } = readDocument(html, url);
  const lines = visible(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const named = title === '' ? 'a page' : `a page titled “${visible(title)}”`;
  const said = lines.filter((line, index) => index > 0 || line !== title);
  const opening = said.length === 0 ? `${named}, without text` : `${named}, which says:`;
  return shorten([opening, ...said].flatMap((line) => wrap(line, width)));
}

function indented(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && body.length > 60 ? JSON.stringify(parsed, null, 2) : body;
  } catch {
    return body;
  }
}

function shorten(lines: readonly string[]): string[] {
  if (lines.length <= bodyLines) return [...lines];
  return [...lines.slice(0, bodyLines - 1), `… (${lines.length - bodyLines + 1} more lines)`];
}
