import type { Client, Grant, Issue, Seconds, Secrets, StoredRefreshToken } from './ports.ts';
import { composeAccessToken, composeRefreshToken } from './token-format.ts';
import type { Tolerances } from './tolerances.ts';

/** How long codes and tokens live, in seconds. */
export interface TokenLifetimes {
  /** RFC 6749 §4.1.2; 60 at most. */
  code: Seconds;
  access_token: Seconds;
  /** A refresh token that is not used for so long ends. */
  refresh_idle: Seconds;
  /** Every refresh token of a family ends so long after the code was redeemed. */
  refresh_absolute: Seconds;
  /** How long after a rotation the replaced refresh token may be sent again by a client whose answer was lost. */
  refresh_grace: Seconds;
}

/** RFC 6749 §5.1. */
export interface AccessTokenResponse {
  access_token: string;
  token_type: Tolerances['token_type'];
  expires_in: Seconds;
  refresh_token?: string;
  scope: string;
}

/** What is written to the store, and what is answered: the one holds the hashes of the other. */
export interface Issued {
  issue: Issue;
  response: AccessTokenResponse;
}

interface Minting {
  secrets: Secrets;
  lifetimes: TokenLifetimes;
  now: Seconds;
}

/** The first tokens of a grant, for that scope. Refresh tokens only for clients registered for them. */
export function issueForCode(
  grant: Grant,
  client: Client,
  scope: string,
  { secrets, lifetimes, now }: Minting,
): Issued {
  const access_token = composeAccessToken(grant.id, secrets.newSecret());
  const response: AccessTokenResponse = {
    access_token,
    token_type: 'Bearer',
    expires_in: lifetimes.access_token,
    scope,
  };
  const stored = storedAccessToken(access_token, scope, { secrets, lifetimes, now });
  if (!client.grant_types.includes('refresh_token')) {
    return { issue: { access_token: stored, refresh_token: null, expires_at: stored.expires_at }, response };
  }
  const family = secrets.newSecret();
  const parts = { grant_id: grant.id, generation: 0, family };
  const refresh_token = composeRefreshToken(parts, secrets.newSecret());
  const ends_at = now + lifetimes.refresh_absolute;
  const refresh: StoredRefreshToken = {
    family_hash: secrets.hash(family),
    generation: 0,
    hash: secrets.hash(refresh_token),
    expires_at: Math.min(now + lifetimes.refresh_idle, ends_at),
    ends_at,
    replaced: null,
  };
  return {
    issue: { access_token: stored, refresh_token: refresh, expires_at: horizon(stored.expires_at, refresh) },
    response: { ...response, refresh_token },
  };
}

/**
 * The successors of a refresh token. They are derived from it and a salt, so that the same request repeated gets
 * the same answer while the store holds hashes only: the salt without the old token opens nothing.
 */
export function issueForRefresh(
  presented: { token: string; stored: StoredRefreshToken; family: string },
  grant: Grant,
  scope: string,
  { secrets, lifetimes, now }: Minting,
): Issued {
  const { stored } = presented;
  const salt = secrets.newSecret();
  const next = deriveSuccessors(presented, grant.id, salt, secrets);
  const access = storedAccessToken(next.access_token, scope, { secrets, lifetimes, now });
  const refresh: StoredRefreshToken = {
    family_hash: stored.family_hash,
    generation: stored.generation + 1,
    hash: secrets.hash(next.refresh_token),
    expires_at: Math.min(now + lifetimes.refresh_idle, stored.ends_at),
    ends_at: stored.ends_at,
    replaced: { hash: stored.hash, salt, at: now },
  };
  return {
    issue: { access_token: access, refresh_token: refresh, expires_at: horizon(access.expires_at, refresh) },
    response: { ...next, token_type: 'Bearer', expires_in: lifetimes.access_token, scope },
  };
}

/** The tokens that came of `presented` under `salt`. */
export function deriveSuccessors(
  presented: { token: string; stored: { generation: number }; family: string },
  grant_id: string,
  salt: string,
  secrets: Secrets,
): { access_token: string; refresh_token: string } {
  const generation = presented.stored.generation + 1;
  return {
    access_token: composeAccessToken(grant_id, secrets.derive(salt, `access ${presented.token}`)),
    refresh_token: composeRefreshToken(
      { grant_id, generation, family: presented.family },
      secrets.derive(salt, `refresh ${presented.token}`),
    ),
  };
}

function storedAccessToken(token: string, scope: string, { secrets, lifetimes, now }: Minting) {
  return { hash: secrets.hash(token), scope, issued_at: now, expires_at: now + lifetimes.access_token };
}

function horizon(accessExpiresAt: Seconds, refresh: StoredRefreshToken): Seconds {
  return Math.max(accessExpiresAt, refresh.expires_at);
}
