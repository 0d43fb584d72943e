import { outOfBandUri } from './authorization-response.ts';
import type { Client } from './ports.ts';
import { Refusal } from './refusal.ts';
import { strict, type Tolerances } from './tolerances.ts';

type Leniency = Pick<Tolerances, 'shows_code_by_default'>;

/**
 * A redirect URI that belongs to the client: the only value that an answer can be sent to. There is no way to
 * make one but `verifyRedirectUri`, so the compiler knows what may be redirected (RFC 6749 §4.1.2.1).
 */
export class VerifiedRedirect {
  static verify(client: Client, sent: string | undefined, tolerances: Leniency): VerifiedRedirect {
    if (sent !== undefined) {
      if (!isRegistered(client, sent)) throw mismatch(client, sent);
      return new VerifiedRedirect(sent, true);
    }
    const showsCode = tolerances.shows_code_by_default && client.redirect_uris.includes(outOfBandUri);
    if (showsCode) return new VerifiedRedirect(outOfBandUri, false);
    const [only, ...more] = client.redirect_uris;
    if (only === undefined || more.length > 0) throw new Refusal('redirect_uri_missing');
    return new VerifiedRedirect(only, false);
  }

  private constructor(
    readonly uri: string,
    /** Whether the request carried it; RFC 6749 §4.1.3 depends on that. */
    readonly wasSent: boolean,
  ) {}
}

/** The redirect URI of the request, or of a client that has exactly one; else a refusal without a redirect. */
export function verifyRedirectUri(
  client: Client,
  sent: string | undefined,
  tolerances: Leniency = strict,
): VerifiedRedirect {
  return VerifiedRedirect.verify(client, sent, tolerances);
}

/** Whether an answer may go there, at the time of asking: registrations change. */
export function isRegistered(client: Pick<Client, 'redirect_uris'>, uri: string): boolean {
  return client.redirect_uris.some((registered) => matches(registered, uri));
}

/**
 * Character by character (RFC 6749 §3.1.2.3, RFC 9700 §2.1): nothing is normalised, since whatever is folded
 * here is a door for somebody there. The port of a loopback address alone may differ (RFC 8252 §7.3).
 */
function matches(registered: string, sent: string): boolean {
  if (registered === sent) return true;
  const loopback = withoutLoopbackPort(registered);
  return loopback !== null && loopback === withoutLoopbackPort(sent);
}

const loopbackUri = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::(\d{1,5}))?(?=[/?]|$)/;

function withoutLoopbackPort(uri: string): string | null {
  const found = loopbackUri.exec(uri);
  if (found === null || Number(found[2] ?? 80) > 65_535) return null;
  return `${found[1]}${uri.slice(found[0].length)}`;
}

/** The page names the first character that differs from the registered URI that comes nearest. */
function mismatch(client: Client, sent: string): Refusal {
  const nearest = client.redirect_uris
    .map((registered) => ({ registered, at: firstDifference(registered, sent) }))
    .reduce((best, next) => (next.at > best.at ? next : best), { registered: '', at: -1 });
  const details: [string, string][] = [['Received', sent]];
  if (nearest.at >= 0) details.push(['First difference', difference(nearest.registered, sent, nearest.at)]);
  return new Refusal('redirect_uri_not_registered', { details });
}

function firstDifference(registered: string, sent: string): number {
  let at = 0;
  while (at < registered.length && registered[at] === sent[at]) at += 1;
  return at;
}

function difference(registered: string, sent: string, at: number): string {
  const [found, wanted] = [characterAt(sent, at), characterAt(registered, at)];
  return `Character ${at + 1} is ${found}; the nearest registered URI has ${wanted} there.`;
}

/** A character that cannot be seen, or be taken for another one, is named by its code point. */
function characterAt(uri: string, at: number): string {
  const code = uri.codePointAt(at);
  if (code === undefined) return 'its end';
  const isPlain = code > 0x20 && code < 0x7f;
  return isPlain
    ? `“${String.fromCodePoint(code)}”`
    : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const privateUseScheme = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+$/i;
const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

export function isLoopbackHost(hostname: string): boolean {
  return loopbackHosts.includes(hostname);
}

/**
 * What is wrong with a URI that somebody wants to register, as a sentence without a subject; null where nothing
 * is. RFC 6749 §3.1.2, RFC 8252 §7, RFC 7591 §5.
 */
export function redirectUriProblem(
  uri: string,
  { plain_http_redirect_uris }: Pick<Tolerances, 'plain_http_redirect_uris'> = strict,
): string | null {
  if (uri === outOfBandUri) return null;
  if (!/^[!-~]+$/.test(uri)) return 'has a space, a control character or a character outside ASCII.';
  if (uri.includes('#')) return 'has a fragment.';
  if (/[\\"<>^`{|}]/.test(uri)) return 'has a character that no URI may hold.';
  // A browser reads https:host as a path of the page that it is on, and the code would go there; of three slashes
  // it makes two.
  if (/^https?:(?!\/\/[^/?])/i.test(uri) || !URL.canParse(uri)) return 'is not an absolute URI.';
  const { protocol, hostname, username, password } = new URL(uri);
  if (username !== '' || password !== '') return 'has a user name or a password.';
  const scheme = protocol.slice(0, -1);
  if (scheme === 'https') return null;
  if (scheme === 'http') {
    return plain_http_redirect_uris || isLoopbackHost(hostname)
      ? null
      : 'is plain http on a host other than loopback; use https.';
  }
  return privateUseScheme.test(scheme)
    ? null
    : 'has a scheme that is neither https nor a reversed domain name.';
}
