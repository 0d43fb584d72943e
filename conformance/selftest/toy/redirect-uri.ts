import type { RegisteredClient } from './clients.ts';
import { loosenings } from './redirect-uri-loosenings.ts';
import type { Toy } from './toy.ts';

/**
 * Where the answer to the request goes: RFC 6749 §3.1.2.3, by comparison of strings. Null where no registered URI is
 * named, and then the browser stays.
 */
export function chooseRedirectUri(
  toy: Toy,
  client: RegisteredClient,
  sent: string | undefined,
): string | null {
  const registered = registeredUris(toy, client);
  const [first = '', ...others] = registered;
  if (sent === undefined) {
    if (toy.varies('redirect-uri-compulsory')) return null;
    const isAmbiguous = others.length > 0 && !toy.faulty('picks-a-redirect-uri-where-several-are-registered');
    return isAmbiguous ? null : first;
  }
  const isRegistered = registered.some((uri) => uri === sent || isLooselySame(toy, uri, sent));
  if (!isRegistered) return null;
  return toy.faulty('answers-at-the-first-redirect-uri') ? first : sent;
}

function isLooselySame(toy: Toy, registered: string, sent: string): boolean {
  return loosenings.some(([fault, isSame]) => toy.faulty(fault) && isSame(registered, sent));
}

/** As registered; of a toy whose clients have chosen otherwise, with a slash at the end. */
export function registeredUris(toy: Toy, { redirect_uris }: RegisteredClient): readonly string[] {
  if (!toy.varies('redirect-uris-end-with-a-slash')) return redirect_uris;
  return redirect_uris.map((uri) => uri.replace(/(?=\?|$)/, '/'));
}
