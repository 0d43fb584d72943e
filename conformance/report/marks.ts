import type { Colors } from 'picocolors/types.js';
import type { Verdict } from '../model/finding.ts';

/** In the order in which a report tells them. */
export const verdicts: readonly Verdict[] = ['pass', 'fail', 'warn', 'blocked', 'error', 'skip'];

export const marks: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  fail: '✗',
  warn: '!',
  blocked: '■',
  error: '☠',
  skip: '-',
};

export function paintOf(verdict: Verdict, colours: Colors): (text: string) => string {
  switch (verdict) {
    case 'pass':
      return colours.green;
    case 'fail':
    case 'error':
      return colours.red;
    case 'warn':
    case 'blocked':
      return colours.yellow;
    case 'skip':
      return colours.dim;
  }
}
