import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** The process answers. */
export async function getHealth(_input: Input<'getHealth'>, _deps: Deps): Promise<Output<'getHealth'>> {
  return { status: 200, json: { status: 'ok' } };
}

/** The database answers too. */
export async function getReadiness(
  _input: Input<'getReadiness'>,
  deps: Deps,
): Promise<Output<'getReadiness'>> {
  if (!(await deps.isReady())) throw new Refusal('database_silent');
  return { status: 200, json: { status: 'ok' } };
}

export async function getMetrics(_input: Input<'getMetrics'>, deps: Deps): Promise<Output<'getMetrics'>> {
  return { status: 200, document: await deps.renderMetrics() };
}
