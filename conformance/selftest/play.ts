import { Transport } from '../agents/transport.ts';
import type { Result } from '../model/finding.ts';
import type { Scenario } from '../model/scenario.ts';
import { readLedger } from '../requirements/ledger.ts';
import { missingCapability } from '../run/capabilities.ts';
import { Controls } from '../run/controls.ts';
import { openWorld, signIn } from '../run/open-world.ts';
import { runScenario, type Played } from '../run/run-scenario.ts';
import { runScenarios } from '../run/run.ts';
import type { World } from '../run/world.ts';
import type { Target } from '../target/target.ts';
import { faults, type Fault, type FaultName } from './faults.ts';
import { ShortCircuit } from './short-circuit.ts';
import { startToy } from './toy/server.ts';
import { targetOf } from './toy/target.ts';
import { variants, type Variant, type VariantName } from './variants.ts';

const ledger = readLedger();

/** What is played, and on which toy; without a fault and a variant it is the toy as it should be. */
export interface Play {
  fault?: FaultName | undefined;
  variant?: VariantName | undefined;
  concurrency?: number;
  /** Without HTTP between suite and toy. */
  isDirect?: boolean;
}

/** Plays the scenarios against a toy of their own. */
export async function play(scenarios: readonly Scenario[], choice: Play = {}): Promise<Result[]> {
  return await onToy(choice, (world) => runScenarios(scenarios, ledger, world));
}

/**
 * The same one by one, without connections and without a second try, and with what each scenario asked: the toy is sound
 * but for its fault, and some faults mix up what belongs to two scenarios.
 */
export async function playOnce(scenarios: readonly Scenario[], choice: Play): Promise<Played[]> {
  return await onToy({ ...choice, isDirect: true }, async (world) => {
    const controls = new Controls(world);
    const results: Played[] = [];
    for (const scenario of scenarios) results.push(await playAlone(scenario, world, controls));
    return results;
  });
}

async function playAlone(scenario: Scenario, world: World, controls: Controls): Promise<Played> {
  const requirements = scenario.requires.flatMap((id) => ledger.get(id) ?? []);
  const reason = missingCapability(scenario, world.target);
  if (reason === null) return await runScenario(scenario, requirements, world, controls);
  const { id, title, requires } = scenario;
  const unplayed = { findings: [], exchanges: [], asked: [], milliseconds: 0 };
  return { id, title, verdict: 'skip', level: '', requirements: requires, reason, ...unplayed };
}

/** Starts a toy, signs the owner in, and ends both when the work is done. */
export async function onToy<Made>(choice: Play, work: (world: World) => Promise<Made>): Promise<Made> {
  const { fault, variant } = choice;
  const toy = await startToy({
    faults: new Set(fault === undefined ? [] : [fault]),
    variants: new Set(variant === undefined ? [] : [variant]),
  });
  const target = toldOf(targetOf(toy), choice);
  const transport = choice.isDirect === true ? new ShortCircuit(target, toy) : new Transport(target);
  try {
    const world = openWorld(target, transport);
    await signIn(world, 'approve');
    const made = await work(world);
    if (toy.crashes.length > 0) throw new Error('the toy crashed', { cause: toy.crashes[0] });
    return made;
  } finally {
    transport.close();
    await toy.close();
  }
}

function toldOf(target: Target, { fault, variant, concurrency = 8 }: Play): Target {
  const settings: Variant | undefined = variant === undefined ? undefined : variants[variant];
  const broken: Fault | undefined = fault === undefined ? undefined : faults[fault];
  const timeout = broken?.timeout ?? target.timeout;
  const varied = settings?.target?.(target) ?? target;
  return { ...(broken?.target?.(varied) ?? varied), timeout, concurrency };
}
