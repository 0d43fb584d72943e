import { authenticateClient } from './client-authentication.ts';
import { json, type Reply, type Request } from './message.ts';
import { isAlive } from './resource.ts';
import { tokenParameters } from './token-parameters.ts';
import { Refusal, refusalReply } from './token-refusal.ts';
import type { Toy } from './toy.ts';

/** RFC 7662 §2: a confidential client learns whether a token is alive, and nothing of a dead one. */
export function introspect(toy: Toy, request: Request): Reply {
  try {
    const parameters = tokenParameters(toy, request, 'token');
    const client = authenticateClient(toy, request, parameters);
    if (client.client_secret === null) throw new Refusal('invalid_client', 'a public client learns nothing');
    const token = parameters.get('token');
    if (token === undefined) throw new Refusal('invalid_request', 'token is missing');
    const issued = toy.store.accessTokens.get(token);
    if (issued === undefined || !isAlive(toy, issued)) return json(200, { active: false });
    const { grant, scope, expires } = issued;
    return json(200, {
      active: true,
      scope: scope.join(' '),
      client_id: grant.client.client_id,
      token_type: 'Bearer',
      exp: Math.floor(expires / 1000),
    });
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(toy, error);
    throw error;
  }
}
