import { authorizationDraft, newAttempt } from '../agents/client.ts';
import { formDriver } from '../agents/form-driver.ts';
import { Transport } from '../agents/transport.ts';
import { UserAgent } from '../agents/user-agent.ts';
import type { Result } from '../model/finding.ts';
import type { Scenario } from '../model/scenario.ts';
import { readLedger } from '../requirements/ledger.ts';
import { runScenarios } from '../run/run.ts';
import type { World } from '../run/world.ts';
import type { Target } from '../target/target.ts';
import { faults, type Fault, type FaultName } from './faults.ts';
import { startToy } from './toy/server.ts';
import { clients } from './toy/clients.ts';
import { targetOf } from './toy/target.ts';
import { variants, type Variant, type VariantName } from './variants.ts';

const ledger = readLedger();

/** What is played, and on which toy; without a fault and a variant it is the toy as it should be. */
export interface Play {
  fault?: FaultName | undefined;
  variant?: VariantName | undefined;
  concurrency?: number;
}

/** Plays the scenarios against a toy of their own. */
export async function play(scenarios: readonly Scenario[], choice: Play = {}): Promise<Result[]> {
  return await onToy(choice, (world) => runScenarios(scenarios, ledger, world));
}

/** Starts a toy, signs the owner in, and ends both when the work is done. */
export async function onToy<Made>(choice: Play, work: (world: World) => Promise<Made>): Promise<Made> {
  const { fault, variant } = choice;
  const toy = await startToy({
    faults: new Set(fault === undefined ? [] : [fault]),
    variants: new Set(variant === undefined ? [] : [variant]),
  });
  const target = toldOf(targetOf(toy.issuer), choice);
  const transport = new Transport(target);
  try {
    const browser = new UserAgent(transport, formDriver(target.owner), new Set([toy.issuer]), []);
    await signIn(target, browser);
    const made = await work({ target, transport, browser });
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

async function signIn(target: Target, browser: UserAgent): Promise<void> {
  const { redirect_uris, ...client } = clients.confidential;
  const attempt = newAttempt(target, { ...client, redirect_uris, scopes: null });
  const errand = { redirect_uri: attempt.redirect_uri, intent: 'approve' } as const;
  await browser.travel(authorizationDraft(target, attempt), errand);
}
