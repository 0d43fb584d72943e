import { CookieJar, type Cookie } from 'tough-cookie';

/**
 * The owner's session, for many browsers at a time. A server may renew its session cookie with every authorization and
 * forget the former value; whoever goes on with a copy from the beginning would have to sign in each time. So a journey
 * that has come to its end hands its cookies back, and the next one begins with them. Two journeys at the same time
 * never share what was renewed, since the one would take the session away from the other: where none was handed back,
 * a journey begins with the cookies of the sign-in.
 *
 * Handed back are the cookies that were there after the sign-in, with their newest values. What a journey has added, a
 * pending request or a remembered choice, goes with it: another scenario would meet it.
 */
export class Sessions {
  readonly #idle: CookieJar[] = [];

  constructor(private readonly signedIn: CookieJar) {}

  /** The cookies for one journey. */
  take(): CookieJar {
    return this.#idle.pop() ?? jarOf(cookiesOf(this.signedIn));
  }

  /** After a journey. Where the server has taken a cookie away, nobody is signed in by the others, and they go too. */
  handBack(jar: CookieJar): void {
    const names = new Set(cookiesOf(this.signedIn).map(nameOf));
    const next = cookiesOf(jar).filter((cookie) => names.has(nameOf(cookie)));
    if (names.size > 0 && next.length === names.size) this.#idle.push(jarOf(next));
  }
}

export function emptyJar(): CookieJar {
  return new CookieJar(undefined, { looseMode: true, rejectPublicSuffixes: false });
}

function jarOf(cookies: readonly Cookie[]): CookieJar {
  const jar = emptyJar();
  // The store is in memory: what is put there is there at once.
  for (const cookie of cookies) void jar.store.putCookie(cookie.clone() ?? cookie);
  return jar;
}

/** Those of the jar itself, and no copies. */
function cookiesOf(jar: CookieJar): Cookie[] {
  let cookies: readonly Cookie[] = [];
  // As above: the answer is there at once.
  jar.store.getAllCookies((_, all = []) => (cookies = all));
  return cookies.filter(isAlive);
}

/** A server takes a cookie away by letting it expire, RFC 6265 §3.1. */
function isAlive(cookie: Cookie): boolean {
  return cookie.TTL() > 0;
}

/** What makes a cookie the same one, RFC 6265 §5.3. */
function nameOf({ key, domain, path }: Cookie): string {
  return JSON.stringify([key, domain, path]);
}
