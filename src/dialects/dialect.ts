import type { OperationId } from '../../generated/operations.ts';
import type { Tolerances } from '../oauth/tolerances.ts';

/** The five documented systems, in the order of their names. */
export const dialectNames = ['gancio', 'ghost', 'gitshare', 'gocd', 'metamaps'] as const;
export type DialectName = (typeof dialectNames)[number];

/** What holds at an operation: this server's own rules, or those of the dialect that governs it. */
export interface Rules {
  /** Where authorization requests come in, and where sign-in leads back to; the decision is one segment below. */
  readonly authorization_endpoint: string;
  /** Whether the path is served with a slash at its end too. */
  readonly trailing_slash: boolean;
  readonly tolerances: Tolerances;
}

/** One documented system as data: which operations it governs, and what it tolerates there. */
export interface Dialect extends Rules {
  readonly name: DialectName;
  readonly title: string;
  /** Its own operations, and those of this server at the addresses that its document names. */
  readonly governs: readonly OperationId[];
}
