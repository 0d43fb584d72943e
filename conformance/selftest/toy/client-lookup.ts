import { findClient, type RegisteredClient } from './clients.ts';
import type { Toy } from './toy.ts';

/** RFC 6749 §2.2: by the identifier as it is. */
export function lookUp(toy: Toy, client_id: string): RegisteredClient | undefined {
  return findClient(toy.faulty('ignores-case-of-client-id') ? client_id.toLowerCase() : client_id);
}
