import type { OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import type { AccessToken } from '../oauth/access-token.ts';
import { noteUse, readAccessToken, requireAccessToken } from '../oauth/access-token.ts';
import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';
import type { Input } from './operation.ts';

/** The parts of an operation's input that may hold an access token. */
export type Carrier = Pick<Input<'gocdGadgets'>, 'authorization' | 'query' | 'rules'>;

/** The access token that opens the operation, with the scope that the contract asks for, RFC 6750 §3.1. */
export async function requireToken(
  operationId: OperationId,
  { authorization, query, rules }: Carrier,
  deps: Deps,
  access_token_in_form?: string,
): Promise<AccessToken> {
  const [scope] = operations[operationId].scopes;
  if (scope === undefined) throw new Error(`${operationId} names no scope in the contract`);
  const { access_token: access_token_in_query } = query as Input<'getMe'>['query'];
  const presented = { authorization, access_token_in_query, access_token_in_form };
  const token = readAccessToken(presented, rules.tolerances);
  const world = { ...deps, now: deps.now() };
  const found = await requireAccessToken(token, scope, world);
  await noteUse(found.grant, world);
  return found;
}

export function requireFound<Value>(found: Value | undefined): Value {
  if (found === undefined) throw new Refusal('record_not_found');
  return found;
}

/** The validator lets a number pass that is too large to be one, and the page would have no end. */
export function readLimit(limit = 20): number {
  if (Number.isFinite(Number(limit))) return Number(limit);
  throw new Refusal('request_malformed', { hint: 'limit is to be at most 100.' });
}
