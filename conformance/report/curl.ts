import type { Exchange } from '../model/exchange.ts';

/** Sent by curl itself, or without meaning for the answer. */
const leftOut = new Set([
  'host',
  'content-length',
  'user-agent',
  'accept-language',
  'upgrade-insecure-requests',
]);

/**
 * The arguments of a `curl` that sends the request again, quoted for a POSIX shell. Placeholders stand where secrets
 * were; whoever runs it puts his own there.
 */
export function curlArguments({ method, url, headers, body }: Exchange['request']): string[] {
  const hasBody = body !== '';
  const usual = hasBody ? 'POST' : 'GET';
  const how = method === 'HEAD' ? ['--head'] : method === usual ? [] : [`-X ${quote(method)}`];
  const sent = headers.filter(([name]) => !leftOut.has(name.toLowerCase()));
  const isForm = sent.some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value === 'application/x-www-form-urlencoded',
  );
  return [
    '-i',
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(/\/\.\.?(\/|$|[?#])/.test(url) ? ['--path-as-is'] : []),
    ...how,
    quote(url),
    ...sent
      .filter(([name]) => !(isForm && hasBody && name.toLowerCase() === 'content-type'))
      .map(([name, value]) => headerArgument(name, value)),
    ...(hasBody ? bodyArguments(body, isForm) : []),
  ];
}

/** The same on one line. */
export function curlLine(request: Exchange['request']): string {
  return ['curl', ...curlArguments(request)].join(' ');
}

/** A parameter an argument, since curl joins them as a form does; any other body as it is. */
function bodyArguments(body: string, isForm: boolean): string[] {
  return (isForm ? body.split('&') : [body]).map((part) => `--data-raw ${quote(part)}`);
}

/** curl encodes the credentials of Basic by itself; a header without a value needs a semicolon. */
function headerArgument(name: string, value: string): string {
  const basic = /^Basic base64\((.*)\)$/s.exec(value)?.[1];
  if (name.toLowerCase() === 'authorization' && basic !== undefined) return `--user ${quote(basic)}`;
  return `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`;
}

/** One word of a POSIX shell; control characters need the form with a dollar, which bash, zsh and ksh know. */
export function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!hasControl(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = [...text].map((character) => {
    if (character === '\\' || character === "'") return `\\${character}`;
    const code = character.charCodeAt(0);
    return code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : character;
  });
  return `$'${escaped.join('')}'`;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}
