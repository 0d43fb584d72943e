import type { FaultName } from '../faults.ts';

type Comparison = (registered: string, sent: string) => boolean;

/** Table of data: every way in which the toy can be lax about a redirect URI at the authorization endpoint. */
export const loosenings: readonly (readonly [FaultName, Comparison])[] = [
  ['redirects-to-unregistered-uri', () => true],
  ['prefix-matches-redirect-uri', (registered, sent) => sent.startsWith(registered)],
  ['truncated-redirect-uri-matches', (registered, sent) => registered.startsWith(sent)],
  ['ignores-scheme-of-redirect-uri', same((uri) => uri.replace(/^[^:]+:/, ''))],
  ['ignores-case-of-redirect-uri', same((uri) => uri.toLowerCase())],
  [
    'ignores-case-of-redirect-host',
    same((uri) => uri.replace(/^[^:]+:\/\/[^/?#]*/, (text) => text.toLowerCase())),
  ],
  ['ignores-query-of-redirect-uri', same((uri) => uri.replace(/\?[^#]*/, ''))],
  ['ignores-order-of-redirect-query', same(sortQuery)],
  ['ignores-fragment-of-redirect-uri', same((uri) => uri.replace(/#.*$/s, ''))],
  ['ignores-port-of-redirect-uri', same((uri) => uri.replace(/^([^:]+:\/\/[^/?#:]*):\d*/, '$1'))],
  ['ignores-default-port-of-redirect-uri', same((uri) => uri.replace(/^(https:\/\/[^/?#:]*):443/, '$1'))],
  ['ignores-userinfo-of-redirect-uri', same((uri) => uri.replace(/^([^:]+:\/\/)[^/?#]*@/, '$1'))],
  ['ignores-trailing-slash-of-redirect-uri', same((uri) => uri.replace(/\/(?=\?|$)/, ''))],
  ['ignores-missing-slash-of-redirect-uri', same((uri) => uri.replace(/\/(?=\?|$)/, ''))],
  ['ignores-repeated-slashes-of-redirect-uri', same((uri) => uri.replaceAll(/(?<!:|:\/)\/{2,}/g, '/'))],
  ['ignores-path-of-redirect-uri', same((uri) => uri.replace(/^([^:]+:\/\/[^/?#]*).*$/s, '$1'))],
  ['ignores-host-of-redirect-uri', same((uri) => uri.replace(/^([^:]+:\/\/)[^/?#]*/, '$1'))],
  ['ignores-path-parameters-of-redirect-uri', same((uri) => uri.replace(/;[^/?#]*/, ''))],
  ['trims-redirect-uri', same((uri) => uri.trim())],
  ['drops-control-characters-of-redirect-uri', same((uri) => uri.replaceAll(/[\u0000-\u001f\u007f]/g, ''))],
  ['normalises-dot-segments-of-redirect-uri', same(withoutDotSegments)],
  ['decodes-percent-encoding-of-redirect-uri', same(decodePath)],
  ['takes-backslash-for-slash-in-redirect-uri', same((uri) => uri.replaceAll('\\', '/'))],
  ['matches-subdomains-of-redirect-host', (registered, sent) => strip(sent) === registered],
  ['matches-beginning-of-redirect-host', beginsWithHost],
  ['finds-redirect-uri-anywhere', (registered, sent) => sent.includes(registered)],
  [
    'takes-redirect-uri-for-a-pattern',
    (registered, sent) => new RegExp(`^${escapePattern(registered)}$`).test(sent),
  ],
  ['matches-redirect-uri-by-wildcard', beneathParent],
  ['parses-redirect-uri-before-comparing', (registered, sent) => parsed(sent) === parsed(registered)],
];

function same(reduce: (uri: string) => string): Comparison {
  return (registered, sent) => reduce(registered) === reduce(sent);
}

function sortQuery(uri: string): string {
  const [place = '', query = ''] = uri.split(/\?(.*)/s);
  return `${place}?${query.split('&').sort().join('&')}`;
}

/** Dot segments alone, plain or percent-encoded; the rest is left as it is. */
function withoutDotSegments(uri: string): string {
  const kept: string[] = [];
  for (const segment of uri.replaceAll(/%2e/gi, '.').split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
  }
  return kept.join('/');
}

function decodePath(uri: string): string {
  return uri.replaceAll(/%[0-9a-f]{2}/gi, (encoded) =>
    String.fromCharCode(Number.parseInt(encoded.slice(1), 16)),
  );
}

/** Without the first label of the host. */
function strip(uri: string): string {
  return uri.replace(/^([^:]+:\/\/)[^./?#@:\\]+\./, '$1');
}

function beginsWithHost(registered: string, sent: string): boolean {
  const [, origin = '', rest = ''] = /^([^:]+:\/\/[^/?#]*)(.*)$/s.exec(registered) ?? [];
  return sent.startsWith(origin) && sent.endsWith(rest);
}

function escapePattern(uri: string): string {
  return uri.replaceAll(/[?+*()[\]{}|^$\\/]/g, '\\$&');
}

/** As if `https://app.example/*` were registered. */
function beneathParent(registered: string, sent: string): boolean {
  return sent.startsWith(registered.replace(/[^/]*$/, ''));
}

function parsed(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).href : null;
}
