import type { LoadProcess } from './load/load-process.ts';
import type { Results } from './report/results.ts';

export interface Pace {
  /** Rounds that go ahead and are not counted; the first of them is a short one. */
  warmUps: number;
  rounds: number;
  /** Of each visit. */
  seconds: number;
}

/** What a measurement works with. */
export interface Bench {
  /** On a disc, empty, removed at the end. */
  folder: string;
  load: LoadProcess;
  pace: Pace;
  /** Small amounts, for trying whether it runs. */
  isQuick: boolean;
  /** Names of contestants; all where it is not given. */
  only?: readonly string[] | undefined;
  tell(line: string): void;
}

/** A part of the bench that can be asked for by name. */
export interface Measurement {
  name: string;
  summary: string;
  measure(bench: Bench): Promise<Results>;
}
