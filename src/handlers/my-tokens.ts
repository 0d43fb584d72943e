import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { requireToken } from './resource.ts';

/** The living authorizations of the token's owner, newest first. */
export async function listMyTokens(
  input: Input<'listMyTokens'>,
  deps: Deps,
): Promise<Output<'listMyTokens'>> {
  const { grant } = await requireToken('listMyTokens', input, deps);
  const active = await deps.grants.listActive(grant.user_id, deps.now());
  const tokens = active.map(({ id, client_id, client_name, scope, created_at, expires_at }) => {
    return { id, client_id, client_name, scope, authorized_at: created_at, expires_at };
  });
  return { status: 200, json: { tokens } };
}

/** Takes one of the owner's authorizations back, at once. Somebody else's cannot be told from none at all. */
export async function revokeMyToken(
  input: Input<'revokeMyToken'>,
  deps: Deps,
): Promise<Output<'revokeMyToken'>> {
  const { grant } = await requireToken('revokeMyToken', input, deps);
  const wanted = await deps.grants.find(input.path.id);
  if (wanted === undefined || wanted.user_id !== grant.user_id || wanted.revoked_at !== null) {
    throw new Refusal('record_not_found');
  }
  await deps.grants.revoke(wanted.id, deps.now());
  return { status: 204 };
}
