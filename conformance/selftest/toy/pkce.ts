import { createHash } from 'node:crypto';
import type { Challenge } from './store.ts';
import type { Toy } from './toy.ts';

/** RFC 7636 §4.1 and §4.2: the same characters and lengths for verifier and challenge. */
const wellFormed = /^[A-Za-z0-9._~-]{43,128}$/;

export type ChallengeReading = { challenge: Challenge | null } | { problem: string };

/** RFC 7636 §4.3 and §4.4.1: what the authorization request commits to, or why it is refused. */
export function readChallenge(
  toy: Toy,
  value: string | undefined,
  method: string | undefined,
): ChallengeReading {
  if (toy.faulty('pkce-ignored')) return { challenge: null };
  if (value === undefined) {
    const isCompulsory =
      toy.varies('pkce-compulsory') && !toy.faulty('lets-compulsory-challenge-be-left-out');
    if (isCompulsory) return { problem: 'a code challenge is wanted' };
    return { challenge: null };
  }
  if (!wellFormed.test(value) && !toy.faulty('takes-malformed-challenge'))
    return { problem: 'a malformed challenge' };
  const chosen = method ?? (toy.faulty('defaults-to-s256') ? 'S256' : 'plain');
  if (isKnownMethod(toy, chosen)) return { challenge: { value, method: chosen } };
  return toy.faulty('unknown-method-means-plain')
    ? { challenge: { value, method: 'plain' } }
    : { problem: 'an unknown challenge method' };
}

function isKnownMethod(toy: Toy, method: string): boolean {
  if (method === 'S256') return true;
  if (method === 'plain') return toy.varies('plain-offered') || toy.faulty('takes-refused-plain');
  return toy.faulty('ignores-case-of-method') && method.toLowerCase() === 's256';
}

/** RFC 7636 §4.6: why the verifier does not open the code; null where it does. */
export function verifierProblem(
  toy: Toy,
  challenge: Challenge | null,
  verifier: string | undefined,
): string | null {
  if (challenge === null) {
    const isSurplus = verifier !== undefined && !toy.faulty('pkce-downgrade') && !toy.faulty('pkce-ignored');
    return isSurplus ? 'a verifier without a challenge' : null;
  }
  if (verifier === undefined) return toy.faulty('pkce-only-when-sent') ? null : 'the verifier is missing';
  return isWellFormedVerifier(toy, verifier) && opens(toy, challenge, verifier)
    ? null
    : 'the verifier does not fit';
}

function isWellFormedVerifier(toy: Toy, verifier: string): boolean {
  if (wellFormed.test(verifier)) return true;
  return toy.varies('odd-verifiers-taken');
}

function opens(toy: Toy, { value, method }: Challenge, verifier: string): boolean {
  if (toy.faulty('takes-any-verifier')) return true;
  if (toy.faulty('takes-challenge-for-verifier') && verifier === value) return true;
  if (method.toLowerCase() !== 's256') return opensPlainly(toy, value, verifier);
  const hash = createHash('sha256').update(verifier);
  if (toy.faulty('hashes-to-padded-base64')) return hash.digest('base64') === value;
  const transformed = hash.digest('base64url');
  if (toy.faulty('ignores-case-of-challenge')) return transformed.toLowerCase() === value.toLowerCase();
  return transformed === value;
}

function opensPlainly(toy: Toy, value: string, verifier: string): boolean {
  if (toy.faulty('takes-any-plain-verifier')) return true;
  return verifier === value && !toy.faulty('takes-no-plain-verifier');
}
