import type {
  Client,
  Grant,
  Grants,
  Seconds,
  Secrets,
  StoredAccessToken,
  StoredRefreshToken,
} from './ports.ts';
import { Refusal } from './refusal.ts';
import { parseScope, withinReach } from './scope.ts';
import { parseAccessToken, parseRefreshToken } from './token-format.ts';
import type { Tolerances } from './tolerances.ts';

interface World {
  grants: Grants;
  secrets: Secrets;
  now: Seconds;
}

/** An access token in use, with the grant that it comes from. Its scope is as far as its client may ask at present. */
export interface AccessToken {
  grant: Grant;
  token: StoredAccessToken;
}

/** Uses are noted to the minute, so that a busy token does not make a write of every read. */
const useIsNotedEvery: Seconds = 60;

/** Notes that a token of the grant is in use. What it opens must not depend on it, so a failure is let go. */
export async function noteUse(grant: Grant, { grants, now }: Pick<World, 'grants' | 'now'>): Promise<void> {
  if (grant.last_used_at !== null && now - grant.last_used_at < useIsNotedEvery) return;
  await grants.touch(grant.id, now).catch(() => undefined);
}

/** What a request carries that may be an access token. */
export interface Presented {
  authorization: string | undefined;
  access_token_in_query: string | undefined;
  access_token_in_form: string | undefined;
}

/** The access token of a request, by one of the ways of RFC 6750 §2 or by one that is tolerated; exactly one. */
export function readAccessToken(presented: Presented, tolerances: Tolerances): string {
  const { access_token_in_query: fromQuery, access_token_in_form: fromForm } = presented;
  const authorization = asBearer(presented.authorization, tolerances);
  if (fromQuery === undefined || !tolerances.access_token_in_query) {
    return readBearerToken(authorization, fromForm);
  }
  if (authorization !== undefined || fromForm !== undefined) throw new Refusal('access_token_repeated');
  return fromQuery;
}

/** `Token token="…"` as the bearer token that it is, where that is tolerated. */
function asBearer(authorization: string | undefined, { token_scheme }: Tolerances): string | undefined {
  const token = token_scheme ? /^token +token *= *"([^"]*)" *$/i.exec(authorization ?? '')?.[1] : undefined;
  return token === undefined ? authorization : `Bearer ${token}`;
}

/** RFC 6750 §2: the header, or the form body where the operation has one; exactly one of them. */
export function readBearerToken(authorization: string | undefined, fromForm: string | undefined): string {
  if (authorization === undefined) {
    if (fromForm === undefined) throw new Refusal('access_token_missing');
    return fromForm;
  }
  if (!/^bearer( |$)/i.test(authorization)) throw new Refusal('access_token_missing');
  if (fromForm !== undefined) throw new Refusal('access_token_repeated');
  const token = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1];
  if (token === undefined) throw new Refusal('access_token_malformed');
  return token;
}

/** The living access token that a request carries and that reaches as far as `scope`, RFC 6750 §3.1. */
export async function requireAccessToken(text: string, scope: string, world: World): Promise<AccessToken> {
  const found = await findAccessToken(text, world);
  if (found === null) throw new Refusal('access_token_unusable');
  if (found.token.expires_at <= world.now) throw new Refusal('access_token_expired');
  if (!parseScope(found.token.scope).includes(scope)) {
    throw new Refusal('scope_insufficient', { hint: `It lacks the scope ${scope}.`, scope });
  }
  return found;
}

/** The access token of that text, expired or not; null where it is unknown or revoked. */
export async function findAccessToken(text: string, { grants, secrets }: World): Promise<AccessToken | null> {
  const id = parseAccessToken(text);
  const grant = id === null ? undefined : await grants.find(id);
  if (grant === undefined || grant.revoked_at !== null) return null;
  const hash = secrets.hash(text);
  const token = [grant.access_token, grant.previous_access_token].find(
    (stored) => stored !== null && secrets.isSame(stored.hash, hash),
  );
  if (token === null || token === undefined) return null;
  return { grant, token: { ...token, scope: withinReach(token.scope, grant.client_scope) } };
}

/** A refresh token with its grant: the living one, or the one that it replaced. */
interface RefreshToken {
  grant: Grant;
  living: StoredRefreshToken;
  isLiving: boolean;
}

async function findRefreshToken(text: string, { grants, secrets }: World): Promise<RefreshToken | null> {
  const parts = parseRefreshToken(text);
  const grant = parts === null ? undefined : await grants.find(parts.grant_id);
  const living = grant?.refresh_token;
  if (grant === undefined || grant.revoked_at !== null || living === null || living === undefined)
    return null;
  const hash = secrets.hash(text);
  const isLiving = secrets.isSame(living.hash, hash);
  const isKnown = isLiving || (living.replaced !== null && secrets.isSame(living.replaced.hash, hash));
  return isKnown ? { grant, living, isLiving } : null;
}

/**
 * RFC 7009 §2.1: a refresh token ends with its whole grant, an access token alone. The refresh token just replaced
 * counts too: it may be all that a client holds whose answer was lost, and it could come again. What is unknown is
 * as good as revoked; what belongs to another client is refused and lives on.
 */
export async function revokeToken(text: string, client: Client, world: World): Promise<void> {
  const refreshed = await findRefreshToken(text, world);
  const access = refreshed === null ? await findAccessToken(text, world) : null;
  const grant = refreshed?.grant ?? access?.grant;
  if (grant === undefined) return;
  if (grant.client_id !== client.client_id) throw new Refusal('token_of_another_client');
  if (access === null) await world.grants.revoke(grant.id, world.now);
  else await world.grants.revokeAccessToken(grant.id, access.token.hash);
}

/** What introspection may say of a token that is alive, RFC 7662 §2.2. */
export interface TokenState {
  grant: Grant;
  scope: string;
  expires_at: Seconds;
  issued_at: Seconds | null;
  kind: 'access_token' | 'refresh_token';
}

/** The state of a living access or refresh token; null for everything else, also for one that opens nothing any more. */
export async function findTokenState(text: string, world: World): Promise<TokenState | null> {
  const access = await findAccessToken(text, world);
  if (access !== null) {
    const { scope, expires_at, issued_at } = access.token;
    if (expires_at <= world.now || scope === '') return null;
    return { grant: access.grant, scope, expires_at, issued_at, kind: 'access_token' };
  }
  const refreshed = await findRefreshToken(text, world);
  if (refreshed === null || !refreshed.isLiving || refreshed.living.expires_at <= world.now) return null;
  const { grant, living } = refreshed;
  const { expires_at } = living;
  const scope = withinReach(grant.scope, grant.client_scope);
  if (scope === '') return null;
  return { grant, scope, expires_at, issued_at: null, kind: 'refresh_token' };
}
