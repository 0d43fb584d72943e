import type { Result, Verdict } from '../model/finding.ts';
import type { WaiverState } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { TargetRefused } from '../target/mistake.ts';
import type { Waiver } from '../target/target.ts';
import { nearestScenario } from './select-scenarios.ts';
import { exitStatus } from './verdict.ts';

/** A waiver for what does not exist would waive nothing for ever. */
export function requireKnownWaivers(
  waivers: readonly Pick<Waiver, 'scenario'>[],
  catalogue: readonly Scenario[],
): void {
  const mistakes = waivers.flatMap(({ scenario }, index) => {
    if (catalogue.some(({ id }) => id === scenario)) return [];
    const meant = nearestScenario(scenario, catalogue);
    const hint = meant === undefined ? 'see `list`' : `did you mean ${meant}?`;
    const message = `there is no scenario ${scenario}; ${hint}`;
    return [{ where: '', path: `waivers.${index}.scenario`, message }];
  });
  if (mistakes.length > 0) throw new TargetRefused(mistakes);
}

/** What became of the waivers of the scenarios that were played. */
export function statesOf(waivers: readonly Waiver[], results: readonly Result[]): WaiverState[] {
  return waivers.flatMap((waiver) => {
    const verdict = results.find(({ id }) => id === waiver.scenario)?.verdict;
    if (verdict === undefined) return [];
    const state = verdict === waiver.verdict ? 'applied' : verdict === 'pass' ? 'stale' : 'unused';
    return [{ ...waiver, state } as const];
  });
}

/** The exit status of a run: what is waived counts as passed, and a waiver that is not needed is a violation. */
export function statusOf(
  results: readonly Result[],
  waivers: readonly WaiverState[],
  { strict }: { strict: boolean },
): number {
  const applied = new Set(waivers.filter(({ state }) => state === 'applied').map(({ scenario }) => scenario));
  const verdicts = results.map(({ id, verdict }): Verdict => (applied.has(id) ? 'pass' : verdict));
  const status = exitStatus(verdicts, { strict });
  const isStale = waivers.some(({ state }) => state === 'stale');
  return isStale && status !== 4 ? 1 : status;
}
