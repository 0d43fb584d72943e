import type { Client, GrantType, RegisteredMetadata } from './ports.ts';
import { redirectUriProblem } from './redirect-uri.ts';
import { Refusal } from './refusal.ts';
import type { ScopeRegistry } from './scope.ts';
import { formatScope, parseScope } from './scope.ts';
import { strict, type Tolerances } from './tolerances.ts';

/** RFC 7591 §2; its syntax is checked by the contract. */
export interface ClientMetadata {
  redirect_uris: string[];
  client_name?: string | undefined;
  client_uri?: string | undefined;
  token_endpoint_auth_method?: Client['token_endpoint_auth_method'] | undefined;
  grant_types?: GrantType[] | undefined;
  response_types?: 'code'[] | undefined;
  scope?: string | undefined;
}

/**
 * What the server registers for the metadata that a client asks for, with the defaults of RFC 7591 §2; a client
 * that names no scope may ask for all there are.
 */
export function verifyClientMetadata(
  metadata: ClientMetadata,
  scopes: ScopeRegistry,
  tolerances: Pick<Tolerances, 'plain_http_redirect_uris'> = strict,
): RegisteredMetadata {
  metadata.redirect_uris.forEach((uri, index) => requireRedirectUri(uri, index, tolerances));
  if (metadata.client_uri !== undefined && !/^https?:\/\//i.test(metadata.client_uri)) {
    throw new Refusal('metadata_malformed', { hint: 'client_uri is to be an http or https URL.' });
  }
  return {
    client_name: metadata.client_name ?? 'Unnamed application',
    client_uri: metadata.client_uri ?? null,
    redirect_uris: metadata.redirect_uris,
    token_endpoint_auth_method: metadata.token_endpoint_auth_method ?? 'client_secret_basic',
    grant_types: requireGrantTypes(metadata.grant_types ?? ['authorization_code'], metadata.response_types),
    scope: requireScope(metadata.scope, scopes),
  };
}

function requireRedirectUri(
  uri: string,
  index: number,
  tolerances: Pick<Tolerances, 'plain_http_redirect_uris'>,
): void {
  const problem = redirectUriProblem(uri, tolerances);
  if (problem === null) return;
  throw new Refusal('metadata_redirect_uri_refused', { hint: `redirect_uris[${index}] ${problem}` });
}

/** The two lists have to tell the same story, RFC 7591 §2.1. */
function requireGrantTypes(grantTypes: GrantType[], responseTypes: 'code'[] | undefined): GrantType[] {
  const hasCode = grantTypes.includes('authorization_code');
  if (responseTypes !== undefined && responseTypes.includes('code') !== hasCode) {
    throw new Refusal('metadata_malformed', {
      hint: 'The grant type authorization_code and the response type code go together.',
    });
  }
  return [...new Set(grantTypes)];
}

function requireScope(scope: string | undefined, registry: ScopeRegistry): string {
  if (scope === undefined) return formatScope(Object.keys(registry));
  const tokens = parseScope(scope);
  if (tokens.every((token) => Object.hasOwn(registry, token))) return formatScope(tokens);
  throw new Refusal('metadata_malformed', {
    hint: `scope names a token that this server does not have; there are ${Object.keys(registry).join(', ')}.`,
  });
}
