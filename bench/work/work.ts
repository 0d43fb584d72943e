import type { RunningContestant } from '../contestants/contestant.ts';
import type { LoadProcess } from '../load/load-process.ts';
import type { Plan } from '../load/job.ts';

/** The kinds of request that are measured under load. */
export const workNames = ['exchange', 'refresh', 'introspection', 'resource', 'flow'] as const;
export type WorkName = (typeof workNames)[number];

/** What is needed before the clock starts, and what is sent then. */
export interface Work {
  name: WorkName;
  /** What one unit of it is, for the reader of a table. */
  unit: string;
  /** How many requests a unit is, of that contestant. */
  requestsPerUnit(contestant: RunningContestant): number;
  isOffered(contestant: RunningContestant): boolean;
  /** For that many units over that many connections. */
  prepare(contestant: RunningContestant, units: number, load: LoadProcess): Promise<Plan>;
}

/** A contestant is visited by so many connections. */
export const connections = 16;
