import type { ClientParameters } from '../oauth/client-authentication.ts';
import { authenticateClient } from '../oauth/client-authentication.ts';
import { findClientOfCode, redeemCode } from '../oauth/grants/authorization-code.ts';
import { refreshGrant } from '../oauth/grants/refresh-token.ts';
import { lookAhead } from '../oauth/look-ahead.ts';
import { readGrantType, refuseParametersInUrl, requireGrantType } from '../oauth/token-request.ts';
import type { Tolerances } from '../oauth/tolerances.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** The token endpoint: whoever holds a valid grant gets tokens, once, RFC 6749 §3.2. */
export async function issueToken(input: Input<'gitshareToken'>, deps: Deps): Promise<Output<'issueToken'>> {
  const { body, authorization, query_names, rules } = input;
  const { tolerances } = rules;
  refuseParametersInUrl(query_names);
  const grant_type = readGrantType(body, tolerances);
  const grants = lookAhead(deps.grants, body);
  const lifetimes = lifetimesUnder(tolerances, deps);
  const world = { ...deps, grants, now: deps.now(), tolerances, lifetimes };
  const client = await authenticateClient(authorization, await nameClient(input, deps), world);
  const grantType = requireGrantType(grant_type, client);
  const redeem = grantType === 'authorization_code' ? redeemCode : refreshGrant;
  return { status: 200, json: { ...(await redeem(body, client, world)), token_type: tolerances.token_type } };
}

/** The credentials of the body; the code says whose they are where that is tolerated. */
async function nameClient(
  { body, authorization, rules }: Input<'gitshareToken'>,
  deps: Deps,
): Promise<ClientParameters> {
  const { client_id, client_secret, code } = body;
  const isNamed = client_id !== undefined || authorization !== undefined;
  const isProved = client_secret !== undefined && code !== undefined;
  if (isNamed || !isProved || !rules.tolerances.client_id_from_code) return body;
  return { client_id: await findClientOfCode(code, deps), client_secret };
}

function lifetimesUnder({ access_token_lifetime }: Tolerances, { lifetimes }: Deps): Deps['lifetimes'] {
  return { ...lifetimes, access_token: access_token_lifetime ?? lifetimes.access_token };
}
