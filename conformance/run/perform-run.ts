import { lostFailure } from '../agents/transport.ts';
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
import { runScenarios } from './run.ts';
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
  const examination = await examine(settings, options.onCheck);
  try {
    const played = await play(scenarios, examination, options);
    const results = options.exchanges === 'findings' ? played.map(withoutTrail) : played;
    const target = examination.target ?? completeTarget(settings, nothingFound, []);
    const waivers = statesOf(target.waivers, results);
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
      requests: examination.transport.sent,
      milliseconds: performance.now() - start,
      exit: examination.isFit ? statusOf(results, waivers, { strict }) : 2,
    };
    return redact(report, target);
  } finally {
    await examination.close();
  }
}

async function play(
  scenarios: readonly Scenario[],
  { world }: Examination,
  { seed = 0, onResult }: PerformOptions,
): Promise<Result[]> {
  if (world === null) return [];
  const documents = [...new Set(scenarios.flatMap(({ requires }) => requires.map(documentOf)))];
  const results = await runScenarios(shuffle(scenarios, seed), readLedger(documents), world, {
    ...(onResult === undefined ? {} : { onResult }),
  });
  if (world.transport.isLost) blockUnanswered(results);
  const places = new Map(scenarios.map(({ id }, index) => [id, index]));
  return results.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** A server that is gone has not violated anything by being gone. */
function blockUnanswered(results: Result[]): void {
  results.forEach((result, index) => {
    const isUnanswered = result.exchanges.some(({ failure }) => failure !== null);
    if (!isUnanswered || result.verdict === 'pass') return;
    results[index] = { ...result, verdict: 'blocked', findings: [], reason: lostFailure };
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
