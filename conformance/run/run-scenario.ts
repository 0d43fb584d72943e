import { Inapplicable } from '../model/inapplicable.ts';
import type { Result, Verdict } from '../model/finding.ts';
import type { Requirement } from '../model/requirement.ts';
import type { AuthorizationBase, HttpBase } from '../model/expectation.ts';
import type { Scenario } from '../model/scenario.ts';
import { isAuthorizationBase, type Controls } from './controls.ts';
import { LiveStage } from './live-stage.ts';
import { blockedForSilence, unansweredFinding } from './unanswered.ts';
import { brokenOf, stakesOf, verdictOf } from './verdict.ts';
import { Blocked, type World } from './world.ts';

/** A result with everything that was asked, held or not, in the words of the expectations. */
export interface Played extends Result {
  asked: readonly string[];
}

/** Plays one scenario and judges it. Never throws: what breaks is a verdict too. */
export async function runScenario(
  scenario: Scenario,
  requirements: readonly Requirement[],
  world: World,
  controls: Controls,
): Promise<Played> {
  const stage = new LiveStage(world);
  const stakes = stakesOf(requirements, scenario);
  const start = performance.now();
  const outcome = blockedForSilence(await play(scenario, stage, controls), stage.exchanges);
  if (brokenOf(stage.findings, stakes).length === 0)
    stage.findings.push(...unansweredFinding(stage.exchanges));
  await stage.tidy();
  const verdict: Verdict = outcome?.verdict ?? verdictOf(stage.findings, stakes);
  return {
    id: scenario.id,
    title: scenario.title,
    verdict,
    level: stakes.level,
    requirements: scenario.requires,
    findings: verdict === 'fail' || verdict === 'warn' ? brokenOf(stage.findings, stakes) : [],
    reason: outcome?.reason ?? null,
    exchanges: stage.exchanges,
    milliseconds: performance.now() - start,
    asked: stage.findings.map(({ expected }) => expected),
  };
}

async function play(
  scenario: Scenario,
  stage: LiveStage,
  controls: Controls,
): Promise<{ verdict: 'blocked' | 'skip' | 'error'; reason: string } | null> {
  try {
    if ('act' in scenario) await scenario.act(stage);
    else await probe(scenario, stage, controls);
    if (stage.findings.length === 0) throw new Error('the scenario checked nothing');
    return null;
  } catch (error) {
    if (error instanceof Inapplicable) return { verdict: 'skip', reason: error.message };
    if (error instanceof Blocked) return { verdict: 'blocked', reason: error.message };
    return {
      verdict: 'error',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

async function probe(scenario: Exclude<Scenario, { act: unknown }>, stage: LiveStage, controls: Controls) {
  const change = scenario.change ?? undefined;
  if (isAuthorizationBase(scenario.from)) {
    const { from, expect, client, browser } = scenario as Extract<Scenario, { from: AuthorizationBase }>;
    if (change !== undefined) await controls.require(from, client);
    stage.expect(await stage.authorize({ base: from, client, browser, change }), ...expect);
  } else {
    const { from, expect } = scenario as Extract<Scenario, { from: HttpBase }>;
    if (change !== undefined) await controls.require(from);
    stage.expect(await stage.probe(from, change), ...expect);
  }
}
