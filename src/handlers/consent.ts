import type { AuthorizationParameters, AuthorizationRequest } from '../oauth/authorization-request.ts';
import { authorizationParameters } from '../oauth/authorization-request.ts';
import type { Delivery } from '../oauth/authorization-response.ts';
import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { User } from '../oauth/ports.ts';
import { isLoopbackHost } from '../oauth/redirect-uri.ts';
import type { ScopeRegistry } from '../oauth/scope.ts';
import type { Rules } from './operation.ts';
import type { ConsentPage, FormPostPage } from './page.ts';

/** The consent page of a valid request: who asks, for what, and where the answer leads. */
export function showConsent(
  request: AuthorizationRequest,
  parameters: AuthorizationParameters,
  owner: User,
  { rules, scopes }: { rules: Rules; scopes: ScopeRegistry },
): ConsentPage {
  const { client, redirect, requested_scope } = request;
  return {
    kind: 'consent',
    client: { client_name: client.client_name, client_uri: client.client_uri },
    username: owner.username,
    scopes: requested_scope.map((token) => {
      return { token, description: scopes[token] ?? token, is_ticked: true };
    }),
    ...describeDestination(redirect.uri),
    request: authorizationParameters.flatMap((name) => {
      const value = parameters[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
    form_action: formAction(redirect.uri),
    decision_path: `${rules.authorization_endpoint}/decision`,
    ...rules.tolerances.consent,
    is_tick_missing: false,
  };
}

function describeDestination(uri: string): Pick<ConsentPage, 'destination' | 'destination_unverified'> {
  if (uri === outOfBandUri) {
    return {
      destination: 'a page of this server that shows a code for copying',
      destination_unverified: false,
    };
  }
  const { protocol, origin, hostname } = new URL(uri);
  if (protocol === 'https:') return { destination: origin, destination_unverified: false };
  const isHttp = protocol === 'http:';
  if (isHttp && !isLoopbackHost(hostname)) return { destination: origin, destination_unverified: false };
  return {
    destination: isHttp ? `a program on this machine (${hostname})` : `an app on this device (${protocol})`,
    destination_unverified: true,
  };
}

/**
 * The CSP source for a form whose answer goes to the URI. Browsers hold every redirect that follows against it, and
 * what a client does after its callback is not ours to know: so the scheme, not the origin.
 */
export function formAction(uri: string): string {
  if (uri === outOfBandUri) return "'self'";
  const { protocol } = new URL(uri);
  return protocol === 'http:' ? 'http: https:' : protocol;
}

/** The page that carries a form_post answer to the client. */
export function showFormPost(delivery: Extract<Delivery, { kind: 'form_post' }>): FormPostPage {
  return {
    kind: 'form_post',
    action: delivery.action,
    fields: delivery.fields,
    form_action: formAction(delivery.action),
  };
}
