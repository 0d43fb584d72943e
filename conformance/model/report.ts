import type { Result, Verdict } from './finding.ts';

/** A run as a whole: what every writer of reports gets, and what `run` of the package gives. */
export interface Report {
  header: ReportHeader;
  /** What the doctor looked at before any verdict. Where one of these failed, nothing was played. */
  setup: readonly Check[];
  /** In the order of the catalogue, whatever the order in which they were played. */
  results: readonly Result[];
  totals: Readonly<Record<Verdict, number>>;
  /** The target's waivers that concern the scenarios of this run. */
  waivers: readonly WaiverState[];
  /** The client_ids of clients that were registered for the run and could not be deleted after it. */
  left_clients: readonly string[];
  requests: number;
  milliseconds: number;
  /** 0 conforming; 1 a violation, or a waiver that is no longer needed; 2 set-up; 3 blocked; 4 the suite broke. */
  exit: number;
}

export interface ReportHeader {
  tool: string;
  version: string;
  target: {
    name: string;
    issuer: string | null;
    authorization_endpoint: string;
    token_endpoint: string;
    /** The departures that the run had to make, in words; empty for an ordinary server. */
    quirks: readonly string[];
  };
  profile: string;
  /** When it began, ISO 8601, UTC. */
  started: string;
  options: {
    strict: boolean;
    /** Ids or their beginnings; empty: the whole profile. */
    selection: readonly string[];
    /** Decides the order in which the scenarios are played. */
    seed: number;
    concurrency: number;
    rate: number | null;
    timeout: number;
  };
}

/** One question about the set-up. */
export interface Check {
  /** `sign-in`; stable, for programs. */
  id: string;
  /** `the user and the password are right`: what is asked, in the present tense. */
  title: string;
  state: 'ok' | 'failed' | 'skipped' | 'noted';
  /** What was seen; the cause where it failed, the reason where it was skipped. */
  detail: string | null;
  /** What to do about it; null unless it failed or is worth a word. */
  fix: string | null;
}

export interface WaiverState {
  scenario: string;
  verdict: 'fail' | 'warn';
  reason: string;
  link: string | null;
  /** `stale`: the scenario passes, so the waiver has to go, and the run is red until then. */
  state: 'applied' | 'stale' | 'unused';
}
