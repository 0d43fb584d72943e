import type { AccessTokenResponse, TokenLifetimes } from '../issue.ts';
import { deriveSuccessors, issueForRefresh } from '../issue.ts';
import type { Client, Grant, Grants, Seconds, Secrets, StoredRefreshToken } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { formatScope, isWithin, parseScope, withinReach } from '../scope.ts';
import { parseRefreshToken } from '../token-format.ts';

export interface RefreshRequest {
  refresh_token?: string | undefined;
  scope?: string | undefined;
}

interface World {
  grants: Grants;
  secrets: Secrets;
  lifetimes: TokenLifetimes;
  now: Seconds;
}

/** A refresh token that was issued by this server to this client, with what the store knows of its family. */
interface Presented {
  token: string;
  generation: number;
  family: string;
  grant: Grant;
  living: StoredRefreshToken;
}

/**
 * Exchanges a refresh token for new tokens, RFC 6749 §6, by rotation. The token just replaced may come again
 * within the grace window and gets the very answer that was lost; an older one means that two parties hold the
 * family, which ends it (RFC 9700 §4.14.2).
 */
export async function refreshGrant(
  request: RefreshRequest,
  client: Client,
  world: World,
): Promise<AccessTokenResponse> {
  if (request.refresh_token === undefined) throw new Refusal('refresh_token_missing');
  const presented = await findByRefreshToken(request.refresh_token, client, world);
  if (presented.living.generation !== presented.generation)
    return await answerAgain(presented, request, client, world);
  if (!world.secrets.isSame(presented.living.hash, world.secrets.hash(presented.token))) {
    throw new Refusal('refresh_token_unknown');
  }
  if (presented.living.expires_at <= world.now) throw new Refusal('refresh_token_expired');
  const scope = narrowScope(request.scope, presented.grant, client);
  const { token, family, living, grant } = presented;
  const { issue, response } = issueForRefresh({ token, stored: living, family }, grant, scope, world);
  if (await world.grants.rotate(grant.id, presented.generation, issue)) return response;
  return await answerAgain(await findByRefreshToken(token, client, world), request, client, world);
}

async function findByRefreshToken(
  token: string,
  client: Client,
  { grants, secrets }: World,
): Promise<Presented> {
  const parts = parseRefreshToken(token);
  const grant = parts === null ? undefined : await grants.find(parts.grant_id);
  const living = grant?.refresh_token ?? null;
  if (parts === null || grant === undefined || living === null) throw new Refusal('refresh_token_unknown');
  const { generation, family } = parts;
  if (!secrets.isSame(living.family_hash, secrets.hash(family))) throw new Refusal('refresh_token_unknown');
  if (grant.client_id !== client.client_id) throw new Refusal('refresh_token_of_another_client');
  if (grant.revoked_at !== null) throw new Refusal('refresh_token_revoked');
  return { token, generation, family, grant, living };
}

/** The answer to a token that is not the living one: the lost answer again, or the end of the family. */
async function answerAgain(
  presented: Presented,
  request: RefreshRequest,
  client: Client,
  world: World,
): Promise<AccessTokenResponse> {
  const { token, generation, family, grant, living } = presented;
  if (generation >= living.generation) throw new Refusal('refresh_token_unknown');
  const { replaced } = living;
  const isLast = generation === living.generation - 1 && replaced !== null;
  if (isLast && !world.secrets.isSame(replaced.hash, world.secrets.hash(token))) {
    throw new Refusal('refresh_token_unknown');
  }
  if (!isLast || world.now - replaced.at > world.lifetimes.refresh_grace) {
    await world.grants.revoke(grant.id, world.now);
    throw new Refusal('refresh_token_reused');
  }
  const issued = grant.access_token;
  if (issued === null) throw new Refusal('refresh_token_revoked');
  const scope = narrowScope(request.scope, grant, client);
  const issuedScope = withinReach(issued.scope, client.scope);
  if (!isWithin(scope, issuedScope) || !isWithin(issuedScope, scope))
    throw new Refusal('refresh_retry_differs');
  return {
    ...deriveSuccessors({ token, stored: { generation }, family }, grant.id, replaced.salt, world.secrets),
    token_type: 'Bearer',
    expires_in: Math.max(0, issued.expires_at - world.now),
    scope: issuedScope,
  };
}

/**
 * Narrows the access token alone: the refresh token keeps the granted scope (RFC 6749 §6), as far as the client may
 * still ask for it.
 */
function narrowScope(requested: string | undefined, grant: Grant, client: Client): string {
  const granted = withinReach(grant.scope, client.scope);
  if (granted === '') throw new Refusal('refresh_scope_withdrawn');
  if (requested === undefined) return granted;
  if (!isWithin(requested, granted)) throw new Refusal('refresh_scope_exceeded');
  return formatScope(parseScope(requested));
}
