import { staysOnPage } from '../../expect/authorization.ts';
import { addsNoHeader } from '../../expect/authorization-answer.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import { set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import { isAddress, isLoopback, partsOf, uriOf, type UriParts } from '../../model/uri-parts.ts';

/** Slug, what the title says of the redirect URI, and the URI; null where the target's own has nothing to alter. */
type Mutation = readonly [slug: string, what: string, mutate: (parts: UriParts) => string | null];

const host = (edit: (host: string) => string) => (parts: UriParts) =>
  parts.host === null ? null : uriOf(parts, { host: edit(parts.host) });
const named = (edit: (host: string) => string) => (parts: UriParts) =>
  isAddress(parts) ? null : host(edit)(parts);
const port = (value: (parts: UriParts) => string) => (parts: UriParts) =>
  parts.host === null || isLoopback(parts) ? null : uriOf(parts, { port: value(parts) });
const path = (edit: (path: string) => string) => (parts: UriParts) =>
  uriOf(parts, { path: edit(parts.path) });
const rooted = (edit: (path: string) => string) => (parts: UriParts) =>
  parts.path.startsWith('/') ? path(edit)(parts) : null;
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

const authority: readonly Mutation[] = [
  ['scheme', 'another scheme', (p) => uriOf(p, { scheme: p.scheme === 'https' ? 'http' : 'https' })],
  ['scheme-custom', 'a scheme of its own', (p) => uriOf(p, { scheme: `x-${p.scheme}` })],
  ['scheme-case', 'its scheme in capitals', (p) => uriOf(p, { scheme: p.scheme.toUpperCase() })],
  ['host', 'another host', host(() => 'attacker.example')],
  ['host-case', 'its host in capitals', host((h) => h.toUpperCase())],
  ['subdomain', 'a subdomain of its host', named((h) => `sub.${h}`)],
  ['host-prefix', 'a host that ends like the registered one', named((h) => `attacker${h}`)],
  ['host-suffix', 'a host that begins like the registered one', host((h) => `${h}.attacker.example`)],
  ['host-trailing-dot', 'a dot behind its host', named((h) => `${h}.`)],
  ['host-homograph', 'a host with a letter that looks the same', named((h) => h.replace(/[aeo]/, lookAlike))],
  ['host-full-width', 'a host with a full-width letter', named((h) => h.replace(/[a-z]/, fullWidth))],
  ['host-ideographic-dot', 'a host with an ideographic full stop', host((h) => h.replace('.', '\u3002'))],
  ['host-wildcard', 'an asterisk in its host', named((h) => h.replace(/^[^.]+/, '*'))],
  ['host-localhost', 'the host localhost.attacker.example', host(() => 'localhost.attacker.example')],
  ['host-loopback-address', 'a loopback address', (p) => (isLoopback(p) ? null : host(() => '127.0.0.1')(p))],
  ['host-loopback-prefix', 'a host that begins like a loopback address', host(() => '127.0.0.1.example')],
  ['host-loopback-decimal', 'a loopback address in decimal', host(() => '2130706433')],
  [
    'port-default',
    'its default port spelled out',
    port(({ scheme }) => (scheme === 'http' ? ':80' : ':443')),
  ],
  ['port', 'another port', port(() => ':8443')],
  ['port-empty', 'an empty port', port(() => ':')],
  ['userinfo', 'a user name before its host', host((h) => `user@${h}`)],
  ['userinfo-host', 'its host as the user name of another', host((h) => `${h}@attacker.example`)],
  [
    'userinfo-password',
    'its host as user name and password of another',
    host((h) => `${h}:x@attacker.example`),
  ],
  ['backslash-host', 'a backslash and its host behind another host', host((h) => `attacker.example\\@${h}`)],
  ['fragment-host', 'its host in the fragment of another', host((h) => `attacker.example#@${h}`)],
];

const paths: readonly Mutation[] = [
  ['path-case', 'its path in capitals', path((p) => p.toUpperCase())],
  ['path-other', 'another path', path(() => '/attacker')],
  ['path-root', 'no path', path(() => '/')],
  ['path-extended', 'one more path segment', path((p) => `${p.replace(/\/$/, '')}/more`)],
  ['path-suffix', 'more letters at the end of its path', path((p) => `${p}more`)],
  ['path-shortened', 'its path without the last letter', path((p) => (p.length > 1 ? p.slice(0, -1) : p))],
  ['slash-added', 'a slash at the end', path((p) => `${p}/`)],
  ['slash-removed', 'no slash at the end', path((p) => p.replace(/\/$/, ''))],
  ['double-slash', 'a second slash before its path', rooted((p) => `/${p}`)],
  ['dot-segment', 'a dot segment in its path', rooted((p) => `/.${p}`)],
  ['dot-dot-segment', 'a way up and back in its path', rooted((p) => `/x/..${p}`)],
  ['path-traversal', 'a way up from its path', path((p) => `${p}/../attacker`)],
  ['path-traversal-encoded', 'an encoded way up from its path', path((p) => `${p}/%2e%2e/attacker`)],
  ['path-traversal-backslash', 'a way up with backslashes', path((p) => `${p}\\..\\attacker`)],
  ['encoded-letter', 'a letter of its path percent-encoded', path((p) => p.replace(/[a-z]/i, percent))],
  ['encoded-slash', 'an encoded slash in its path', path((p) => `${p}%2Fmore`)],
  ['encoded-nul', 'an encoded NUL behind its path', path((p) => `${p}%00`)],
  ['path-backslash', 'a backslash in its path', rooted((p) => `\\${p.slice(1)}`)],
  ['path-parameter', 'a path parameter', path((p) => `${p};x=1`)],
];

const characters: readonly Mutation[] = [
  ['leading-space', 'a space before it', ({ uri }) => ` ${uri}`],
  ['trailing-space', 'a space behind it', ({ uri }) => `${uri} `],
  ['tab', 'a tab in it', rooted((p) => `/\t${p.slice(1)}`)],
  ['newline', 'a line feed in it', rooted((p) => `/\n${p.slice(1)}`)],
  ['header-injection', 'a header behind a line break', ({ uri }) => `${uri}\r\nX-Conformance: 1`],
  ['nul', 'a NUL behind it', ({ uri }) => `${uri}\u0000`],
  ['two-uris', 'another URI behind a space', ({ uri }) => `${uri} https://attacker.example/`],
  ['two-uris-comma', 'another URI behind a comma', ({ uri }) => `${uri},https://attacker.example/`],
  ['very-long', 'four thousand letters too many', path((p) => p + 'x'.repeat(4000))],
];

const others: readonly Mutation[] = [
  ['script', 'the scheme javascript', () => 'javascript:alert(1)'],
  ['script-of-host', 'its host behind the scheme javascript', (p) => uriOf(p, { scheme: 'javascript' })],
  ['data', 'the scheme data', () => 'data:text/html,conformance'],
  ['out-of-band', 'the value once used for native applications', () => 'urn:ietf:wg:oauth:2.0:oob'],
];

/**
 * RFC 6749 §3.1.2.3: against a URI that was registered in full the comparison is that of two strings. Each of these
 * differs from the registered one in one thing, and most of them are the same URI to a library that normalises.
 */
export const redirectUriMutations: readonly Scenario[] = [
  ...authority,
  ...paths,
  ...characters,
  ...others,
].map(([slug, what, mutate]) => ({
  id: `rfc6749/3.1.2.3/redirect-uri-${slug}`,
  title: `keeps the browser on a page when the redirect URI has ${what}`,
  requires: ['RFC6749-3.1.2.3-c', 'RFC6749-3.1.2.4-b'],
  from: 'authorization request',
  change: {
    ...set('redirect_uri', (uri) => differing(uri, mutate(partsOf(uri)))),
    text: `a redirect URI with ${what}`,
  },
  expect: slug === 'header-injection' ? [staysOnPage, addsNoHeader('x-conformance')] : [staysOnPage],
}));

function differing(uri: string, mutated: string | null): string {
  if (mutated === null || mutated === uri)
    throw new Inapplicable('the redirect URI has nothing to alter here');
  return mutated;
}

function lookAlike(letter: string): string {
  return { a: '\u0430', e: '\u0435', o: '\u043e' }[letter] ?? letter;
}

function fullWidth(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
}
