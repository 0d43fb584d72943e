import { interruptedFailure, Transport } from '../agents/transport.ts';
import type { Check } from '../model/report.ts';
import { openWorld } from '../run/open-world.ts';
import type { World } from '../run/world.ts';
import { completeTarget, paceOf } from '../target/complete-target.ts';
import type { Discovery } from '../target/discover.ts';
import { deleteClients, type RegisteredClient } from '../target/register.ts';
import type { TargetSettings } from '../target/settings.ts';
import type { Target } from '../target/target.ts';
import { checkClients } from './check-clients.ts';
import { checkEndpointKinds } from './check-endpoints.ts';
import { Checkup } from './checkup.ts';
import { findBehaviour } from './find-behaviour.ts';
import { findServer } from './find-server.ts';
import { checkEveryClient, checkLiveness, playFirstFlow } from './first-flow.ts';
import { gatherClients } from './gather-clients.ts';

export interface Examination {
  checks: readonly Check[];
  isFit: boolean;
  /** Null where not even the endpoints are known. */
  target: Target | null;
  /** The world in which the owner has signed in; null where the target is not fit to be tested. */
  world: World | null;
  transport: Transport;
  /** Deletes what was registered; gives the client_ids of what is left of it, and of the scenarios' clients. */
  tidy(): Promise<readonly string[]>;
  /** Tidies up where that was not done, and closes the connections. */
  close(): Promise<void>;
}

/** Asks every question about the set-up, in order, until one is answered badly; what comes out is ready for a run. */
export async function examine(
  settings: TargetSettings,
  { onCheck, signal }: { onCheck?: (check: Check) => void; signal?: AbortSignal } = {},
): Promise<Examination> {
  const transport = new Transport(paceOf(settings));
  const interrupt = () => transport.end(interruptedFailure);
  if (signal?.aborted === true) interrupt();
  signal?.addEventListener('abort', interrupt);
  const checkup = new Checkup(onCheck);
  const clients: Clients = { registered: [], left: [] };
  const found = await findTarget(settings, transport, checkup, clients);
  const isPlayable = found !== null && checkup.isFit;
  const world = isPlayable
    ? await play(settings, found, openWorld(found.target, transport, clients.left), checkup)
    : null;
  const tidy = async () => {
    clients.left.push(...(await deleteClients(clients.registered.splice(0), transport)));
    return clients.left;
  };
  const isInterrupted = transport.ended === interruptedFailure;
  return {
    // What fails after an interrupt says nothing about the set-up.
    checks: isInterrupted ? checkup.checks.filter(({ state }) => state !== 'failed') : checkup.checks,
    isFit: checkup.isFit,
    target: world?.target ?? found?.target ?? null,
    world: checkup.isFit && !isInterrupted ? world : null,
    transport,
    tidy,
    close: async () => {
      signal?.removeEventListener('abort', interrupt);
      await tidy();
      transport.close();
    },
  };
}

/** What the run has registered and not deleted yet, and the client_ids of what could not be deleted. */
interface Clients {
  registered: RegisteredClient[];
  left: string[];
}

interface Found {
  target: Target;
  discovery: Discovery;
}

async function findTarget(
  settings: TargetSettings,
  transport: Transport,
  checkup: Checkup,
  clients: Clients,
): Promise<Found | null> {
  const discovery = await findServer(settings, transport, checkup);
  if (!checkup.isFit) return null;
  await checkEndpointKinds(completeTarget(settings, discovery, []), transport, checkup);
  if (checkup.isFit) {
    const { registered, left } = await gatherClients(settings, discovery, transport, checkup);
    clients.registered.push(...registered);
    clients.left.push(...left);
  }
  const target = completeTarget(settings, discovery, clients.registered);
  if (checkup.isFit) {
    const isDeclared = settings.client_authentication !== undefined;
    const client_authentication = await checkClients(target, { isDeclared }, transport, checkup);
    return { target: { ...target, client_authentication }, discovery };
  }
  return { target, discovery };
}

async function play(
  settings: TargetSettings,
  { discovery }: Found,
  world: World,
  checkup: Checkup,
): Promise<World | null> {
  const mayDeny = settings.owner?.can_deny ?? true;
  const observed = await playFirstFlow(world, { mayDeny }, checkup);
  if (observed === null) return null;
  await checkEveryClient(world, checkup);
  if (!checkup.isFit) return null;
  const isDeclared = (settings.introspection_endpoint ?? null) !== null || settings.resource !== undefined;
  const isAlive = await checkLiveness(world, observed, { isDeclared }, checkup);
  const methods = discovery.metadata?.code_challenge_methods_supported ?? null;
  const { target: whole, words } = await findBehaviour(world, settings, observed, methods);
  checkup.ok('behaviour', words.join(', '));
  return { ...world, target: isAlive ? whole : { ...whole, introspection_endpoint: null } };
}
