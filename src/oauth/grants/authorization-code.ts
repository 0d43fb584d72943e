import type { AccessTokenResponse, TokenLifetimes } from '../issue.ts';
import { issueForCode } from '../issue.ts';
import { verifierProblem } from '../pkce.ts';
import type { Client, Grant, Grants, Seconds, Secrets } from '../ports.ts';
import { isRegistered } from '../redirect-uri.ts';
import { Refusal } from '../refusal.ts';
import type { Reason } from '../refusals.ts';
import { withinReach } from '../scope.ts';
import { parseCode } from '../token-format.ts';
import type { Tolerances } from '../tolerances.ts';

export interface CodeRequest {
  code?: string | undefined;
  redirect_uri?: string | undefined;
  code_verifier?: string | undefined;
}

interface World {
  grants: Grants;
  secrets: Secrets;
  lifetimes: TokenLifetimes;
  now: Seconds;
  tolerances: Tolerances;
}

/**
 * Exchanges a code for tokens, RFC 6749 §4.1.3. Every check that can fail without anybody's ill will stands
 * before the one conditional write, so a failed attempt leaves the code usable. A second use ends what the first
 * one had issued, and that is committed before the refusal is sent (RFC 6749 §4.1.2). What has been taken out of the
 * client's registration since the owner's yes is out of the grant too.
 */
export async function redeemCode(
  request: CodeRequest,
  client: Client,
  world: World,
): Promise<AccessTokenResponse> {
  if (request.code === undefined) throw new Refusal('code_missing');
  const grant = await findByCode(request.code, world);
  if (grant === undefined) throw new Refusal('code_unknown');
  if (grant.client_id !== client.client_id) throw new Refusal('code_of_another_client');
  if (grant.redeemed_at !== null) throw await replayed(grant, world);
  if (grant.revoked_at !== null) throw new Refusal('code_revoked');
  if (grant.code_expires_at <= world.now) throw new Refusal('code_expired');
  refuseIf(redirectUriProblem(request.redirect_uri, grant, world.tolerances));
  refuseIf(verifierProblem(request.code_verifier, grant.code_challenge, world.secrets));
  if (!isRegistered(client, grant.redirect_uri)) throw new Refusal('code_redirect_uri_withdrawn');
  const scope = withinReach(grant.scope, client.scope);
  if (scope === '') throw new Refusal('code_scope_withdrawn');
  const { issue, response } = issueForCode(grant, client, scope, world);
  if (!(await world.grants.redeem(grant.id, world.now, issue))) throw await replayed(grant, world);
  return response;
}

async function findByCode(
  code: string,
  { grants, secrets }: Pick<World, 'grants' | 'secrets'>,
): Promise<Grant | undefined> {
  const id = parseCode(code);
  const grant = id === null ? undefined : await grants.find(id);
  return grant !== undefined && secrets.isSame(grant.code_hash, secrets.hash(code)) ? grant : undefined;
}

async function replayed(grant: Grant, { grants, now }: World): Promise<Refusal> {
  await grants.revoke(grant.id, now);
  return new Refusal('code_already_redeemed');
}

/** Identical where the authorization request had one; where it had none, it may be left out (RFC 6749 §4.1.3). */
function redirectUriProblem(
  sent: string | undefined,
  { redirect_uri, redirect_uri_sent }: Grant,
  { redirect_uri_may_be_left_out, redirect_uri_without_scheme }: Tolerances,
): Reason | null {
  if (sent === undefined) {
    return redirect_uri_sent && !redirect_uri_may_be_left_out ? 'redirect_uri_not_repeated' : null;
  }
  const isSame = sent === redirect_uri;
  const isSameButScheme = redirect_uri_without_scheme && `${schemeOf(redirect_uri)}${sent}` === redirect_uri;
  return isSame || isSameButScheme ? null : 'redirect_uri_mismatch';
}

function schemeOf(uri: string): string {
  return /^[^/?#]*?:\/\//.exec(uri)?.[0] ?? '';
}

/** The client that the code was issued to; undefined where there is no such code. It still has to prove itself. */
export async function findClientOfCode(
  code: string,
  world: Pick<World, 'grants' | 'secrets'>,
): Promise<string | undefined> {
  return (await findByCode(code, world))?.client_id;
}

function refuseIf(reason: Reason | null): void {
  if (reason !== null) throw new Refusal(reason);
}
