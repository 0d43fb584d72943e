import { createRequire } from 'node:module';
import { examine, type Examination } from '../doctor/examine.ts';
import type { Result, Verdict } from '../model/finding.ts';
import type { Check, Report } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { documentOf, readLedger } from '../requirements/ledger.ts';
import { paceOf } from '../target/complete-target.ts';
import type { TargetSettings } from '../target/settings.ts';
import type { Target } from '../target/target.ts';
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
  onCheck?: (check: Check) => void;
  onResult?: (result: Result, done: number, total: number) => void;
}

/** Examines the target, plays the scenarios, and says what came of it. Throws for what was asked wrongly. */
export async function performRun(
  settings: TargetSettings,
  catalogue: readonly Scenario[],
  options: PerformOptions = {},
): Promise<Report> {
  const started = new Date();
  const start = performance.now();
  const { profile = 'rfc6749', selection = [], seed = 0, strict = false } = options;
  const scenarios = selectScenarios(catalogue, { profile, selection });
  requireKnownWaivers(settings.waivers ?? [], catalogue);
  const examination = await examine(settings, options.onCheck);
  try {
    const results = await play(scenarios, examination, options);
    const waivers = statesOf(examination.target?.waivers ?? [], results);
    return {
      header: {
        ...tool(),
        target: describeTarget(settings, examination.target),
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
  const places = new Map(scenarios.map(({ id }, index) => [id, index]));
  return results.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function describeTarget(settings: TargetSettings, target: Target | null): Report['header']['target'] {
  const { issuer, authorization_endpoint = '', token_endpoint = '' } = settings;
  const url = issuer ?? authorization_endpoint;
  return {
    name: target?.name ?? settings.name ?? (URL.canParse(url) ? new URL(url).host : 'the target'),
    issuer: target?.issuer ?? issuer ?? null,
    authorization_endpoint: target?.authorization_endpoint ?? authorization_endpoint,
    token_endpoint: target?.token_endpoint ?? token_endpoint,
    quirks: Object.entries(target?.quirks ?? {})
      .filter(([, value]) => value !== false && value !== null)
      .map(([name, value]) => (value === true ? name : `${name}: ${value}`)),
  };
}

function pace(settings: TargetSettings) {
  const { concurrency, rate, timeout } = paceOf(settings);
  return { concurrency, rate, timeout };
}

export function totalsOf(results: readonly Result[]): Record<Verdict, number> {
  const totals = { pass: 0, warn: 0, skip: 0, fail: 0, blocked: 0, error: 0 };
  for (const { verdict } of results) totals[verdict] += 1;
  return totals;
}

/** Name and version from the package itself, which is found by its own name from the sources and the build alike. */
export function tool(): { tool: string; version: string } {
  const about = createRequire(import.meta.url)('codegrant-conformance/package.json') as { version: string };
  return { tool: 'codegrant-conformance', version: about.version };
}
