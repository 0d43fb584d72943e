import { revokeToken as revoke } from '../oauth/access-token.ts';
import { authenticateClient } from '../oauth/client-authentication.ts';
import { refuseParametersInUrl } from '../oauth/token-request.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** Revokes a token of the client that asks; unknown tokens are none of its business, RFC 7009 §2. */
export async function revokeToken(input: Input<'revokeToken'>, deps: Deps): Promise<Output<'revokeToken'>> {
  refuseParametersInUrl(input.query_names);
  const world = { ...deps, now: deps.now() };
  const client = await authenticateClient(input.authorization, input.body, world);
  await revoke(input.body.token, client, world);
  return { status: 200, json: {} };
}
