import type { WorkName } from '../work/work.ts';

/** The machine and the moment of a measurement. */
export interface Occasion {
  /** RFC 3339, to the minute. */
  date: string;
  processor: string;
  cores: number;
  node: string;
}

/** How one contestant did in one round. */
export interface Round {
  /** Units of work per second. */
  rate: number;
  /** Milliseconds for one unit. */
  p50: number;
  p99: number;
}

/** Contestants side by side under load, by name. */
export interface SideBySide {
  occasion: Occasion;
  /** What one unit of work is. */
  unit: string;
  /** Of one visit. */
  seconds: number;
  rounds: Record<string, Round[]>;
}

/** One process, started and put under load: milliseconds, and bytes of resident memory. */
export interface Footprint {
  startUp: number;
  idle: number;
  loaded: number;
  peak: number;
}

/** The suite against this server, and the requests that it sent once more without it; milliseconds. */
export interface SuiteRound {
  wall: number;
  /** From the start of the server to its first answer. */
  startUp: number;
  replay: number;
}

/** Counted and weighed while the server issues tokens and sweeps. */
export interface SoakSample {
  seconds: number;
  /** Access and refresh tokens issued since the start. */
  issued: number;
  grants: number;
  /** Bytes. */
  memory: number;
  /** Bytes of the database and its log. */
  file: number;
}

/** What the bench has found. Each part is of one run and says when that was; ratios are taken within a part only. */
export interface Results extends Partial<Record<WorkName, SideBySide>> {
  footprint?: { occasion: Occasion; rounds: Record<string, Footprint[]> };
  validator?: SideBySide;
  suite?: { occasion: Occasion; requests: number; inFlight: number; rounds: SuiteRound[] };
  'growth-exchange'?: SideBySide;
  'growth-introspection'?: SideBySide;
  clients?: SideBySide;
  soak?: { occasion: Occasion; settings: Record<string, string>; samples: SoakSample[] };
}
