import type { Pairs } from './message.ts';

export interface Parameters {
  get(name: string): string | undefined;
  /** Of the names given, the first that was sent more than once. */
  repeated(names: readonly string[]): string | undefined;
  /** Every name that was sent. */
  readonly names: readonly string[];
}

interface Reading {
  /** Whether this parameter counts although it has no value. */
  keepsBlank: (name: string) => boolean;
  takes: 'first' | 'last';
}

/** RFC 6749 §3.1 and §3.2: a parameter without a value counts as left out. */
export function readParameters(pairs: Pairs, { keepsBlank, takes }: Reading): Parameters {
  const names = pairs.map(([name]) => name);
  const order = takes === 'first' ? [...pairs].reverse() : pairs;
  const values = new Map(order.filter(([name, value]) => value !== '' || keepsBlank(name)));
  return {
    names,
    get: (name) => values.get(name),
    repeated: (wanted) => wanted.find((name) => names.filter((sent) => sent === name).length > 1),
  };
}
