import type { Finding } from '../model/finding.ts';
import { judge } from './finding.ts';

/**
 * RFC 6749 §10.10: what a sample can refute. The bound is the number of places that vary, times what one place can
 * hold at most; more than that the values cannot be worth (A40).
 */
export function guessingFindings(name: string, values: readonly string[]): Finding[] {
  const bits = Math.floor(possibleBits(values));
  const steps = stepsBetween(values);
  return [
    judge(
      `${name}s that are all different`,
      new Set(values).size === values.length,
      'one came twice',
      'unsafe',
    ),
    judge(`${name}s that do not count upwards`, steps > 1, 'they are consecutive', 'unsafe'),
    judge(`${name}s with room for 128 bits`, bits >= 128, `room for ${bits} bits at most`),
    judge(`${name}s with room for 160 bits`, bits >= 160, `room for ${bits} bits at most`, 'advice'),
  ];
}

function possibleBits(values: readonly string[]): number {
  const length = Math.max(0, ...values.map((value) => value.length));
  const places = Array.from({ length }, (_, index) => new Set(values.map((value) => value[index] ?? '')));
  const varying = places.filter((place) => place.size > 1);
  const letters = varying.flatMap((place) => [...place]).join('');
  return varying.length * Math.log2(alphabetSize(letters));
}

function alphabetSize(letters: string): number {
  if (/^[0-9]*$/.test(letters)) return 10;
  if (/^([0-9a-f]*|[0-9A-F]*)$/.test(letters)) return 16;
  if (/^([0-9a-z]*|[0-9A-Z]*)$/.test(letters)) return 36;
  if (/^[0-9a-zA-Z]*$/.test(letters)) return 62;
  return /^[\w.+/=~-]*$/.test(letters) ? 66 : 95;
}

/** The smallest distance between two values that are numbers; infinite where they are none. */
function stepsBetween(values: readonly string[]): number {
  if (values.length < 2 || !values.every((value) => /^\d+$/.test(value))) return Infinity;
  const numbers = values.map(BigInt).sort((a, b) => (a < b ? -1 : 1));
  const steps = numbers.slice(1).map((value, index) => Number(value - (numbers[index] ?? 0n)));
  return Math.min(...steps);
}
