import { findTokenState } from '../oauth/access-token.ts';
import { authenticateClient } from '../oauth/client-authentication.ts';
import { Refusal } from '../oauth/refusal.ts';
import { refuseParametersInUrl } from '../oauth/token-request.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** Tells a confidential client what a token is good for; of one that is not alive, nothing (RFC 7662 §2.2). */
export async function introspectToken(
  input: Input<'introspectToken'>,
  deps: Deps,
): Promise<Output<'introspectToken'>> {
  refuseParametersInUrl(input.query_names);
  const world = { ...deps, now: deps.now() };
  const client = await authenticateClient(input.authorization, input.body, world);
  if (client.client_secret_hash === null) throw new Refusal('introspection_needs_secret');
  const state = await findTokenState(input.body.token, world);
  if (state === null) return { status: 200, json: { active: false } };
  return {
    status: 200,
    json: {
      active: true,
      scope: state.scope,
      client_id: state.grant.client_id,
      username: state.grant.owner.username,
      ...(state.kind === 'access_token' ? { token_type: 'Bearer' as const } : {}),
      exp: state.expires_at,
      ...(state.issued_at === null ? {} : { iat: state.issued_at }),
      sub: state.grant.user_id,
      iss: deps.issuer,
    },
  };
}
