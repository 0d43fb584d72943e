import { Inapplicable } from './inapplicable.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The value with its last letter or digit altered. The new one differs in the highest of its six bits, so that a value
 * in base64url decodes to other octets even where its last character carries but two bits.
 */
export function alterLast(value: string): string {
  return value.replace(
    /[A-Za-z0-9_-](?=[^A-Za-z0-9_-]*$)/,
    (last) => alphabet[alphabet.indexOf(last) ^ 32] ?? 'x',
  );
}

/** The value without its last quarter. */
export function truncate(value: string): string {
  return value.slice(0, Math.floor((value.length * 3) / 4));
}

/** The value with the letter case of its letters swapped. */
export function swapCase(value: string): string {
  if (!/[A-Za-z]/.test(value)) throw new Inapplicable('the value holds no letters');
  return value.replace(/[A-Za-z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
