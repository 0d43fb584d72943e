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
  const [first, ...others] = client.redirect_uris;
  if (sent === undefined) {
    if (toy.varies('redirect-uri-compulsory')) return null;
    const isAmbiguous = others.length > 0 && !toy.faulty('picks-a-redirect-uri-where-several-are-registered');
    return isAmbiguous ? null : first;
  }
  const isRegistered = client.redirect_uris.some(
    (registered) => registered === sent || isLooselySame(toy, registered, sent),
  );
  if (!isRegistered) return null;
  return toy.faulty('answers-at-the-first-redirect-uri') ? first : sent;
}

function isLooselySame(toy: Toy, registered: string, sent: string): boolean {
  return loosenings.some(([fault, isSame]) => toy.faulty(fault) && isSame(registered, sent));
}
