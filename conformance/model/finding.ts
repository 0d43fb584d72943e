import type { Exchange } from './exchange.ts';

export type Verdict = 'pass' | 'warn' | 'skip' | 'fail' | 'blocked' | 'error';

/**
 * How bad it is when an expectation does not hold. `unsafe`: something was handed out that was not due: a code, a
 * token, a redirect. `form`: the right thing was done in the wrong way. `advice`: a SHOULD within a MUST, or an
 * outcome that the texts tolerate.
 */
export type Gravity = 'unsafe' | 'form' | 'advice';

/** What an expectation found. */
export interface Finding {
  /** What a conforming server answers, all legal answers. */
  expected: string;
  /** What came; null where the expectation held. */
  received: string | null;
  gravity: Gravity;
}

/** What became of one scenario. */
export interface Result {
  id: string;
  title: string;
  verdict: Verdict;
  /** The strongest word among the requirements, such as `MUST`. */
  level: string;
  requirements: readonly string[];
  /** What did not hold, worst first; empty unless the verdict is `fail` or `warn`. */
  findings: readonly Finding[];
  /** Why it was skipped or blocked, or how the suite broke. */
  reason: string | null;
  /** Everything that was sent and received, in order, secrets taken out. */
  exchanges: readonly Exchange[];
  milliseconds: number;
}
