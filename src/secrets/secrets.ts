import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../oauth/ports.ts';

/** Randomness and digests from node:crypto: 256-bit secrets, so that a fast hash is enough at rest. */
export const secrets: Secrets = {
  newId: (now) => Math.floor(now).toString(16).padStart(8, '0') + randomBytes(12).toString('hex'),
  newSecret: () => randomBytes(32).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
  derive: (key, message) => createHmac('sha256', key).update(message).digest('base64url'),
  isSame: (a, b) => isSame(Buffer.from(a), Buffer.from(b)),
};

/** The length of a secret is no secret, so unequal lengths may answer at once. */
function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
