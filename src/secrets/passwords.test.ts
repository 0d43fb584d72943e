import { describe, expect, it } from 'vitest';
import { passwords } from './passwords.ts';

describe('passwords', () => {
  it('are stored as Argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await passwords.hash('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('are salted: one password hashes to two different texts', async () => {
    expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'));
  });

  it('verify against their own hash only', async () => {
    const stored = await passwords.hash('correct horse');
    expect(await passwords.verify(stored, 'correct horse')).toBe(true);
    expect(await passwords.verify(stored, 'correct horsf')).toBe(false);
    expect(await passwords.verify(stored, '')).toBe(false);
  });

  it('match whichever way the keyboard composes an accent', async () => {
    const stored = await passwords.hash('caf\u00e9');
    expect(await passwords.verify(stored, 'cafe\u0301')).toBe(true);
  });

  it('are refused for an unknown user, after the same work', async () => {
    const stored = await passwords.hash('correct horse');
    const known = await fastest(() => passwords.verify(stored, 'wrong'));
    const unknown = await fastest(() => passwords.verify(undefined, 'wrong'));
    expect(await passwords.verify(undefined, 'wrong')).toBe(false);
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it('reject a stored text that is no hash at all', async () => {
    await expect(passwords.verify('plain', 'plain')).rejects.toThrow();
  });
});

/** The least of several measurements is the one that the machine disturbed least. */
async function fastest(work: () => Promise<boolean>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
