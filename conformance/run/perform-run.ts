import { interruptedFailure, lostFailure } from '../agents/transport.ts';
import { examine, type Examination } from '../doctor/examine.ts';
import type { Result } from '../model/finding.ts';
import type { Check, Report } from '../model/report.ts';
import { redact, type RedactedReport } from '../report/redact.ts';
import type { Scenario } from '../model/scenario.ts';
import { documentOf, readLedger } from '../requirements/ledger.ts';
import { completeTarget, paceOf } from '../target/complete-target.ts';
import { nothingFound } from '../target/discover.ts';
import type { TargetSettings } from '../target/settings.ts';
import { describeTarget, tool, totalsOf } from './describe-run.ts';
import { shuffle } from './order.ts';
import { runScenarios, unplayed } from './run.ts';
import { selectScenarios } from './select-scenarios.ts';
import { requireKnownWaivers, statesOf, statusOf } from './waivers.ts';

export interface PerformOptions {
  /** `rfc6749` unless another is named; `all` for everything. */
  profile?: string;
  /** Ids of scenarios, their beginnings, or sections; empty: the whole profile. */
  selection?: readonly string[];
  /** Whether a SHOULD that is not met counts as a failure. */
  strict?: boolean;
  /** Decides the order of play; 0: as in the catalogue. */
  seed?: number;
  /** Whether the report keeps every exchange, or those of scenarios that did not pass alone; `all` by default. */
  exchanges?: 'all' | 'findings';
  /** Ends the run early: no further scenario is begun, what was registered is deleted, and the report is incomplete. */
  signal?: AbortSignal;
  onCheck?: (check: Check) => void;
  onResult?: (result: Result, done: number, total: number) => void;
}

/**
 * Examines the target, plays the scenarios, and says what came of it, without a secret in it. Throws for what was
 * asked wrongly.
 */
export async function performRun(
  settings: TargetSettings,
  catalogue: readonly Scenario[],
  options: PerformOptions = {},
): Promise<RedactedReport> {
  const started = new Date();
  const start = performance.now();
  const { profile = 'rfc6749', selection = [], seed = 0, strict = false } = options;
  const scenarios = selectScenarios(catalogue, { profile, selection });
  requireKnownWaivers(settings.waivers ?? [], catalogue);
  const examination = await examine(settings, options);
  try {
    const played = await play(scenarios, examination, options);
    const results = options.exchanges === 'findings' ? played.map(withoutTrail) : played;
    const target = examination.target ?? completeTarget(settings, nothingFound, []);
    const waivers = statesOf(target.waivers, results);
    const requests = examination.transport.sent;
    const left_clients = await examination.tidy();
    const report: Report = {
      header: {
        ...tool(),
        target: describeTarget(target),
        profile,
        started: started.toISOString(),
        options: { strict, selection, seed, ...pace(settings) },
      },
      setup: examination.checks,
      results,
      totals: totalsOf(results),
      waivers,
      left_clients,
      requests,
      milliseconds: performance.now() - start,
      exit: exitOf(examination, statusOf(results, waivers, { strict })),
    };
    return redact(report, target);
  } finally {
    await examination.close();
  }
}

/** Whoever interrupts a run has not learned all of what was asked, whatever was found until then. */
function exitOf({ isFit, transport }: Examination, status: number): number {
  if (transport.ended === interruptedFailure) return status === 4 ? 4 : 3;
  return isFit ? status : 2;
}

async function play(
  scenarios: readonly Scenario[],
  { world, transport }: Examination,
  { seed = 0, onResult }: PerformOptions,
): Promise<Result[]> {
  const documents = [...new Set(scenarios.flatMap(({ requires }) => requires.map(documentOf)))];
  const ledger = readLedger(documents);
  if (world === null && transport.ended === interruptedFailure)
    return scenarios.map((one) => unplayed(one, ledger, { verdict: 'blocked', reason: interruptedFailure }));
  if (world === null) return [];
  const results = await runScenarios(shuffle(scenarios, seed), ledger, world, {
    ...(onResult === undefined ? {} : { onResult }),
  });
  if (transport.ended !== null) blockUnanswered(results, transport.ended);
  const places = new Map(scenarios.map(({ id }, index) => [id, index]));
  return results.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** A server that is gone has not violated anything by being gone, and none that nobody asks any more. */
function blockUnanswered(results: Result[], reason: string): void {
  results.forEach((result, index) => {
    const isUnanswered = result.exchanges.some(
      ({ failure }) => failure === reason || (failure !== null && reason === lostFailure),
    );
    if (!isUnanswered || result.verdict === 'pass') return;
    results[index] = { ...result, verdict: 'blocked', findings: [], reason };
  });
}

/** What passed needs no evidence where nobody reads it; taking the secrets out of it costs more than the run. */
function withoutTrail(result: Result): Result {
  return result.verdict === 'pass' || result.verdict === 'skip' ? { ...result, exchanges: [] } : result;
}

function pace(settings: TargetSettings) {
  const { concurrency, rate, timeout } = paceOf(settings);
  return { concurrency, rate, timeout };
}
