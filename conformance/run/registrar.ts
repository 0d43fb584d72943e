import type { RequestDraft } from '../model/exchange.ts';
import type { ClientMetadata } from '../model/stage.ts';
import { defaultRedirectUri } from '../target/complete-target.ts';
import {
  deleteClients,
  metadataFor,
  registrationDraft,
  registrationOf,
  type Registration,
} from '../target/register.ts';
import { Blocked, type World } from './world.ts';

/** Registers clients for one scenario, and deletes them where the server lets us. */
export class Registrar {
  readonly #registered: Registration[] = [];

  constructor(private readonly world: World) {}

  draft(
    role: 'confidential' | 'public',
    edit: (valid: ClientMetadata) => object = (valid) => valid,
  ): RequestDraft {
    const { registration, clients, client_authentication, scopes } = this.world.target;
    if (registration === null) throw new Blocked('the target registers no clients');
    const [redirect_uri = defaultRedirectUri] = clients[role]?.redirect_uris ?? [];
    const [method = 'basic'] = client_authentication;
    return registrationDraft(registration, edit(metadataFor(role, { redirect_uri, scopes, method })));
  }

  /** Remembers the client that came with this answer, if one did. */
  note(answer: unknown): void {
    this.#registered.push(registrationOf(answer));
  }

  async deleteAll(): Promise<void> {
    const { transport, left } = this.world;
    left.push(...(await deleteClients(this.#registered.splice(0), transport)));
  }
}
