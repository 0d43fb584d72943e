import { operations } from '../../generated/operations.ts';
import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { Client, User } from '../oauth/ports.ts';
import { parseScope, type ScopeRegistry } from '../oauth/scope.ts';
import type { Deps } from './deps.ts';
import { ownerOf, previousSecretUntil } from './managed-application.ts';
import type { ApplicationPage } from './page.ts';

export const applicationsPath = operations.listApplications.path;

export function applicationPath(client_id: string): string {
  return `${applicationsPath}/${encodeURIComponent(client_id)}`;
}

interface News {
  client_secret?: string | null;
  notice?: string | null;
}

/** What is registered of a client, and what has just happened to it. */
export async function showApplicationPage(
  client: Client,
  user: User,
  { client_secret = null, notice = null }: News,
  deps: Deps,
): Promise<ApplicationPage> {
  return {
    kind: 'application',
    username: user.username,
    client_id: client.client_id,
    client_name: client.client_name,
    client_uri: client.client_uri,
    owner: await ownerOf(client, deps),
    redirect_uris: client.redirect_uris.filter((uri) => uri !== outOfBandUri),
    out_of_band: client.redirect_uris.includes(outOfBandUri),
    is_confidential: client.client_secret_hash !== null,
    scopes: describeScope(client.scope, deps.scopes),
    created_at: client.created_at,
    client_secret,
    previous_secret_until: previousSecretUntil(client, deps.now()),
    try_it: client.redirect_uris.map((uri) => ({ redirect_uri: uri, href: requestToTry(client, uri) })),
    notice,
  };
}

export function describeScope(
  scope: string,
  scopes: ScopeRegistry,
): { token: string; description: string }[] {
  return parseScope(scope).map((token) => ({ token, description: scopes[token] ?? token }));
}

/** From RFC 7636 appendix B, where everybody can read the verifier: for trying, not for use. */
const publishedChallenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

function requestToTry({ client_id, client_secret_hash, scope }: Client, redirect_uri: string): string {
  const request = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    scope,
    state: 'try-it',
  });
  if (client_secret_hash === null) {
    request.set('code_challenge', publishedChallenge);
    request.set('code_challenge_method', 'S256');
  }
  return `${operations.authorize.path}?${request.toString()}`;
}
