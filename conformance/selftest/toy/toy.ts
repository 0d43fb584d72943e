import type { FaultName } from '../faults.ts';
import type { VariantName } from '../variants.ts';
import type { Store } from './store.ts';

/** What every part of the toy knows. */
export interface Toy {
  /** Its origin, which is its issuer too. */
  issuer: string;
  store: Store;
  /** Whether the toy breaks the texts in this one thing. */
  faulty(name: FaultName): boolean;
  /** Whether the toy makes this other choice, which the texts allow as well. */
  varies(name: VariantName): boolean;
}

/** What the toy knows of scopes: the second is wanted by nothing. */
export const scopes = ['profile', 'photos'] as const;

/** A breakdown that is a fault of the toy's, and meant. */
export class Breakage extends Error {}
