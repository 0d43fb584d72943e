import type { Round } from '../work/rounds.ts';
import type { WorkName } from '../work/work.ts';

/** The machine and the moment of a measurement. */
export interface Occasion {
  /** RFC 3339, to the minute. */
  date: string;
  processor: string;
  cores: number;
  node: string;
}

/** What the bench has found; each part is of one run, and says when that was. */
export interface Results {
  works: Partial<Record<WorkName, { occasion: Occasion; seconds: number; rounds: Record<string, Round[]> }>>;
}
