import type { OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import type { AccessToken } from '../oauth/access-token.ts';
import { noteUse, readBearerToken, requireAccessToken } from '../oauth/access-token.ts';
import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';

/** The access token that opens the operation, with the scope that the contract asks for, RFC 6750 §3.1. */
export async function requireToken(
  operationId: OperationId,
  authorization: string | undefined,
  fromForm: string | undefined,
  deps: Deps,
): Promise<AccessToken> {
  const [scope] = operations[operationId].scopes;
  if (scope === undefined) throw new Error(`${operationId} names no scope in the contract`);
  const token = readBearerToken(authorization, fromForm);
  const world = { ...deps, now: deps.now() };
  const found = await requireAccessToken(token, scope, world);
  await noteUse(found.grant, world);
  return found;
}

export function requireFound<Value>(found: Value | undefined): Value {
  if (found === undefined) throw new Refusal('record_not_found');
  return found;
}
