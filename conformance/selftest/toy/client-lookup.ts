import type { FaultName } from '../faults.ts';
import { findClient, oddClients, type RegisteredClient } from './clients.ts';
import type { Toy } from './toy.ts';

/** RFC 6749 §2.2: by the identifier as it is. */
export function lookUp(toy: Toy, client_id: string): RegisteredClient | undefined {
  const odd = Object.entries(oddClients).find(
    ([fault, client]) => toy.faulty(fault as FaultName) && client.client_id === client_id,
  );
  if (odd !== undefined) return odd[1];
  const name = toy.faulty('ignores-case-of-client-id') ? client_id.toLowerCase() : client_id;
  return findClient(name) ?? toy.store.registered.get(name);
}
