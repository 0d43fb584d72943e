import type { Grant } from '../oauth/ports.ts';
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
  const tokens = active.map((found) => {
    const { id, client_id, client_name, client_uri, scope, created_at, last_used_at, expires_at } = found;
    const website = client_uri === null ? {} : { client_uri };
    const used = last_used_at === null ? {} : { last_used_at };
    return {
      ...{ id, client_id, client_name, ...website, scope },
      ...{ authorized_at: created_at, ...used, expires_at },
    };
  });
  return { status: 200, json: { tokens } };
}

/** Takes one of the owner's authorizations back, at once. Somebody else's cannot be told from none at all. */
export async function revokeMyToken(
  input: Input<'revokeMyToken'>,
  deps: Deps,
): Promise<Output<'revokeMyToken'>> {
  const { grant } = await requireToken('revokeMyToken', input, deps);
  const wanted = await requireOwnGrant(input.path.id, grant.user_id, deps);
  if (wanted.revoked_at !== null) throw new Refusal('record_not_found');
  await deps.grants.revoke(wanted.id, deps.now());
  return { status: 204 };
}

/** Takes all of the owner's authorizations back, that of the token in use included. */
export async function revokeMyTokens(
  input: Input<'revokeMyTokens'>,
  deps: Deps,
): Promise<Output<'revokeMyTokens'>> {
  const { grant } = await requireToken('revokeMyTokens', input, deps);
  await deps.grants.revokeAll(grant.user_id, deps.now());
  return { status: 204 };
}

/** A grant of that user; somebody else's cannot be told from none. */
export async function requireOwnGrant(id: string, user_id: string, { grants }: Deps): Promise<Grant> {
  const grant = await grants.find(id);
  if (grant === undefined || grant.user_id !== user_id) throw new Refusal('record_not_found');
  return grant;
}
