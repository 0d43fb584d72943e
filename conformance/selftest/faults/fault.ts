import type { Target } from '../../target/target.ts';
import type { Breadth } from '../breadths.ts';
import type { Symptom } from '../symptoms.ts';
import type { VariantName } from '../variants.ts';

/** One departure of the toy from the texts. */
export interface Fault {
  /** Where the sentence stands that it breaks. */
  breaks: string;
  /** What the toy does, in words. */
  by: string;
  /** The choice among the legal ones without which it would not show. */
  on?: VariantName;
  /** Milliseconds that the suite waits for an answer, where there is none. */
  timeout?: number;
  /** What the suite is told of the toy, where the fault lies in that. */
  target?: (target: Target) => Target;
  /** What is found; who turns for another reason is not turned by this fault. */
  finds: readonly Symptom[];
  /** The scenarios that turn red by it. */
  kills: readonly string[];
  /** Those that turn amber, since the texts recommend or tolerate. */
  warns?: readonly string[];
  /** Those that learn nothing any more. */
  blocks?: readonly string[];
  /**
   * What a broad fault shows in beside the scenarios named, which stand for the rest: all of these turn, or learn nothing
   * any more, but for the exceptions; or some of them do. Without it, all others stay as they were.
   */
  also?: { all: Breadth; except?: readonly string[] } | { some: Breadth };
}
