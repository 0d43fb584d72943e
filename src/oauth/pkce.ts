import type { Client, Secrets } from './ports.ts';
import type { Reason } from './refusals.ts';

/**
 * The challenge of an authorization request, or the reason why there is none to accept. Compulsory for public
 * clients; S256 alone, and a missing method means plain (RFC 7636 §4.3).
 */
export function resolveCodeChallenge(
  challenge: string | undefined,
  method: string | undefined,
  client: Client,
): { code_challenge: string | null } | { reason: Reason } {
  if (challenge === undefined) {
    if (method !== undefined) return { reason: 'code_challenge_method_alone' };
    if (client.client_secret_hash === null) return { reason: 'code_challenge_missing' };
    return { code_challenge: null };
  }
  return method === 'S256' ? { code_challenge: challenge } : { reason: 'code_challenge_method_unknown' };
}

/**
 * Why a verifier does not open the code, RFC 7636 §4.6; null where it does. A verifier without a challenge is
 * refused too: somebody took the challenge out of the authorization request (RFC 9700 §4.8.2).
 */
export function verifierProblem(
  verifier: string | undefined,
  challenge: string | null,
  secrets: Secrets,
): Reason | null {
  if (challenge === null) return verifier === undefined ? null : 'code_verifier_unexpected';
  if (verifier === undefined) return 'code_verifier_missing';
  return secrets.isSame(secrets.hash(verifier), challenge) ? null : 'code_verifier_wrong';
}
