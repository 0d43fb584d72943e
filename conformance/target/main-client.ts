import type { Target, TargetClient } from './target.ts';

/** The client that acts where it does not matter which one does. */
export function mainClient({ clients }: Target): TargetClient {
  const client = clients.confidential ?? clients.public;
  if (client === undefined) throw new Error('the target has neither a confidential nor a public client');
  return client;
}
