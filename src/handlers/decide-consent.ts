import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { verifyAuthorizationRequest } from '../oauth/authorization-request.ts';
import type { User } from '../oauth/ports.ts';
import { formatScope } from '../oauth/scope.ts';
import { composeCode } from '../oauth/token-format.ts';
import { signInToAuthorize } from './authorize.ts';
import { showConsent, showFormPost } from './consent.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';
import { findUser } from './sign-in-first.ts';

/** The owner's decision: a code for the client, or `access_denied`, RFC 6749 §4.1.2. */
export async function decideConsent(
  input: Input<'decideConsent'>,
  deps: Deps,
): Promise<Output<'decideConsent'>> {
  const { body, rules } = input;
  const world = { ...deps, tolerances: rules.tolerances };
  const request = await verifyAuthorizationRequest(body, input.complaints, world);
  const { channel } = request;
  const owner = await channel.orServerError(findUser(input.browser_id, deps));
  if (owner === null) return signInToAuthorize(body, rules);
  const granted = grantedScope(body.scope_granted, request);
  const { decision } = body;
  if (decision !== 'approve' && decision !== 'deny') throw channel.refuse('decision_missing');
  if (decision === 'deny' || granted.length === 0) throw channel.refuse('owner_denied');
  if (rules.tolerances.consent.check_box !== null && body.agreed !== 'yes') {
    const page = showConsent(request, body, owner, { rules, scopes: deps.scopes });
    const scopes = page.scopes.map((scope) => ({ ...scope, is_ticked: granted.includes(scope.token) }));
    return { status: 200, page: { ...page, scopes, is_tick_missing: true } };
  }
  const code = await channel.orServerError(issueCode(request, granted, owner, deps));
  const delivery = channel.answer(code);
  if (delivery.kind === 'redirect') return { status: 303, location: delivery.location };
  if (delivery.kind === 'form_post') return { status: 200, page: showFormPost(delivery) };
  const value = `${deps.now() + deps.lifetimes.code}.${code}`;
  return { status: 303, location: '/oauth/code', code_cookie: { value, max_age: deps.lifetimes.code } };
}

/** The requested tokens that were ticked: the page can narrow the scope, never widen it (RFC 6749 §3.3). */
function grantedScope(
  ticked: string | string[] | undefined,
  { requested_scope }: AuthorizationRequest,
): string[] {
  const tokens = new Set(typeof ticked === 'string' ? [ticked] : ticked);
  return requested_scope.filter((token) => tokens.has(token));
}

async function issueCode(
  { client, redirect, code_challenge }: AuthorizationRequest,
  granted: string[],
  owner: User,
  { grants, secrets, lifetimes, now: clock }: Deps,
): Promise<string> {
  const now = clock();
  const id = secrets.newId(now);
  const code = composeCode(id, secrets.newSecret());
  await grants.add({
    id,
    client_id: client.client_id,
    user_id: owner.id,
    scope: formatScope(granted),
    redirect_uri: redirect.uri,
    redirect_uri_sent: redirect.wasSent,
    code_hash: secrets.hash(code),
    code_challenge,
    code_expires_at: now + lifetimes.code,
    created_at: now,
    expires_at: now + lifetimes.code,
  });
  return code;
}
