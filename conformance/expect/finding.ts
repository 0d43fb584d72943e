import type { Finding, Gravity } from '../model/finding.ts';

/** The expectation held. */
export function held(expected: string, gravity: Gravity = 'form'): Finding {
  return { expected, received: null, gravity };
}

/** It did not; `received` says what came instead. */
export function broken(expected: string, received: string, gravity: Gravity = 'form'): Finding {
  return { expected, received, gravity };
}

/** Held where `isTrue`, else broken. */
export function judge(
  expected: string,
  isTrue: boolean,
  received: string,
  gravity: Gravity = 'form',
): Finding {
  return isTrue ? held(expected, gravity) : broken(expected, received, gravity);
}

export function quoteAll(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(' or ');
}
