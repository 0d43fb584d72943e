import type { Result } from '../model/finding.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { missingCapability } from './capabilities.ts';
import { Controls } from './controls.ts';
import { runScenario } from './run-scenario.ts';
import { stakesOf } from './verdict.ts';
import type { World } from './world.ts';

export interface RunOptions {
  /** Called after each scenario, for progress. */
  onResult?: (result: Result, done: number, total: number) => void;
}

/**
 * Plays all scenarios, several at a time, and gives the results in the order of the scenarios. What did not pass beside
 * others is played once more alone, and that verdict counts: some servers serve one connection at a time.
 */
export async function runScenarios(
  scenarios: readonly Scenario[],
  ledger: ReadonlyMap<string, Requirement>,
  world: World,
  { onResult = () => undefined }: RunOptions = {},
): Promise<Result[]> {
  const controls = new Controls(world);
  const results = new Array<Result>(scenarios.length);
  let next = 0;
  let done = 0;
  const alone: number[] = [];
  const settle = (index: number, result: Result) => {
    results[index] = result;
    done += 1;
    onResult(result, done, scenarios.length);
  };
  const isShared = world.target.concurrency > 1;
  const worker = async () => {
    for (let index = next++; index < scenarios.length; index = next++) {
      const result = await resultOf(scenarios[index] as Scenario, ledger, world, controls);
      if (isShared && ['fail', 'warn', 'blocked', 'error'].includes(result.verdict)) alone.push(index);
      else settle(index, result);
    }
  };
  world.transport.keepConnections(isShared);
  await Promise.all(Array.from({ length: world.target.concurrency }, worker));
  world.transport.keepConnections(false);
  const again = new Controls(world);
  for (const index of alone.sort((a, b) => a - b)) {
    settle(index, await resultOf(scenarios[index] as Scenario, ledger, world, again));
  }
  return results;
}

async function resultOf(
  scenario: Scenario,
  ledger: ReadonlyMap<string, Requirement>,
  world: World,
  controls: Controls,
): Promise<Result> {
  const requirements = scenario.requires.map((id) => requirementOf(id, ledger));
  const reason = missingCapability(scenario, world.target);
  if (reason !== null) return unplayed(scenario, ledger, { verdict: 'skip', reason });
  const { ended } = world.transport;
  if (ended !== null) return unplayed(scenario, ledger, { verdict: 'blocked', reason: ended });
  return await runScenario(scenario, requirements, world, controls);
}

/** The result of a scenario of which no request was sent. */
export function unplayed(
  scenario: Scenario,
  ledger: ReadonlyMap<string, Requirement>,
  { verdict, reason }: { verdict: 'skip' | 'blocked'; reason: string },
): Result {
  const { id, title, requires } = scenario;
  const requirements = requires.map((name) => requirementOf(name, ledger));
  return {
    id,
    title,
    verdict,
    level: stakesOf(requirements, scenario).level,
    requirements: requires,
    findings: [],
    reason,
    exchanges: [],
    milliseconds: 0,
  };
}

function requirementOf(id: string, ledger: ReadonlyMap<string, Requirement>): Requirement {
  const requirement = ledger.get(id);
  if (requirement === undefined) throw new Error(`no requirement ${id} in the ledger`);
  return requirement;
}
