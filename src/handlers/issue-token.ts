import { authenticateClient } from '../oauth/client-authentication.ts';
import { redeemCode } from '../oauth/grants/authorization-code.ts';
import { refreshGrant } from '../oauth/grants/refresh-token.ts';
import { refuseParametersInUrl, requireGrantType } from '../oauth/token-request.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** The token endpoint: whoever holds a valid grant gets tokens, once, RFC 6749 §3.2. */
export async function issueToken(input: Input<'issueToken'>, deps: Deps): Promise<Output<'issueToken'>> {
  const { body, authorization, query_names } = input;
  refuseParametersInUrl(query_names);
  const world = { ...deps, now: deps.now() };
  const client = await authenticateClient(authorization, body, world);
  const grantType = requireGrantType(body.grant_type, client);
  const redeem = grantType === 'authorization_code' ? redeemCode : refreshGrant;
  return { status: 200, json: await redeem(body, client, world) };
}
