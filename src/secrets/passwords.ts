import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../oauth/ports.ts';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. The library's default algorithm is Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of 256 random bits that nobody kept, at the same cost: what an unknown user's password is held against. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$ojlGB+VEQ4TD9iKm2fY5PQ$L3QTTTgLyDrthLfgG1BzxEsWJBsXzWJ8L9gMLboUIk0';

/**
 * Argon2id in PHC form. A password is brought to NFKC first, since one keyboard composes `é` and another does
 * not. A stored text that is no Argon2 hash rejects: that is damage to the database, not a wrong password.
 */
export const passwords: Passwords = {
  hash: (password) => hash(password.normalize('NFKC'), cost),
  async verify(stored, password) {
    const matches = await verify(stored ?? nobody, password.normalize('NFKC'));
    return matches && stored !== undefined;
  },
};
