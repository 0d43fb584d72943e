import type { AuthorizationParameters } from '../oauth/authorization-request.ts';
import { authorizationParameters, verifyAuthorizationRequest } from '../oauth/authorization-request.ts';
import { showConsent } from './consent.ts';
import type { Deps } from './deps.ts';
import type { Input, Output, Rules } from './operation.ts';
import { findUser, signInFirst } from './sign-in-first.ts';

/** The authorization endpoint: a valid request leads to sign-in and then to consent, RFC 6749 §4.1.1. */
export async function authorize(input: Input<'authorize'>, deps: Deps): Promise<Output<'authorize'>> {
  const { rules } = input;
  const world = { ...deps, tolerances: rules.tolerances };
  const request = await verifyAuthorizationRequest(input.query, input.complaints, world);
  const owner = await request.channel.orServerError(findUser(input.browser_id, deps));
  if (owner === null) return signInToAuthorize(input.query, rules);
  return { status: 200, page: showConsent(request, input.query, owner, { rules, scopes: deps.scopes }) };
}

/** The request in a form body. It goes on as its GET form, which brings the owner's cookie along (RFC 6749 §3.1). */
export async function authorizeByForm(
  input: Input<'authorizeByForm'>,
  deps: Deps,
): Promise<Output<'authorizeByForm'>> {
  const world = { ...deps, tolerances: input.rules.tolerances };
  await verifyAuthorizationRequest(input.body, input.complaints, world);
  return { status: 303, location: authorizePath(input.body, input.rules) };
}

/** The sign-in page, and from there back to this request. */
export function signInToAuthorize(parameters: AuthorizationParameters, rules: Rules) {
  return signInFirst(authorizePath(parameters, rules));
}

function authorizePath(parameters: AuthorizationParameters, rules: Rules): string {
  const sent = authorizationParameters.flatMap((name) => {
    const value = parameters[name];
    return value === undefined ? [] : [[name, value]];
  });
  return `${rules.authorization_endpoint}?${new URLSearchParams(sent).toString()}`;
}
