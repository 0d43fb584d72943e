import { createHmac, hash, randomFillSync, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../oauth/ports.ts';

/** Randomness and digests from node:crypto: 256-bit secrets, so that a fast hash is enough at rest. */
export const secrets: Secrets = {
  newId: (now) => Math.floor(now).toString(16).padStart(8, '0') + random(12, 'hex'),
  newSecret: () => random(32, 'base64url'),
  hash: (secret) => hash('sha256', secret, 'base64url'),
  derive: (key, message) => createHmac('sha256', key).update(message).digest('base64url'),
  isSame: (a, b) => isSame(Buffer.from(a), Buffer.from(b)),
};

/** The length of a secret is no secret, so unequal lengths may answer at once. */
function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Randomness that was fetched at once, since each fetch takes longer than a hash; what was given out is wiped. */
const stock = Buffer.alloc(4096);
let used = stock.length;

function random(bytes: number, encoding: 'hex' | 'base64url'): string {
  if (used + bytes > stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  const taken = stock.subarray(used, used + bytes);
  used += bytes;
  const text = taken.toString(encoding);
  taken.fill(0);
  return text;
}
