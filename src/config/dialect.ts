import { dialectNames, type DialectName } from '../dialects/dialect.ts';
import { findCollision } from '../dialects/enabled.ts';
import type { Parsed } from './parsed.ts';

/** The dialects that are switched on; two that share an address cannot be. */
export function parseDialects(text: string): Parsed<readonly DialectName[]> {
  const words = text.split(',').map((word) => word.trim().toLowerCase());
  if (words.length === 1 && words[0] === 'none') return { value: [] };
  const names = [...new Set(words)].flatMap((word) => dialectNames.filter((name) => name === word));
  if (names.length < new Set(words).size) {
    return { expected: `none, or some of ${dialectNames.join(', ')}, separated by commas` };
  }
  const collision = findCollision(names);
  if (collision === null) return { value: names };
  return { expected: `dialects that do not collide: ${collision}; run one server for each` };
}
