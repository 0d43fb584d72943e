import { scopes } from '../../generated/scopes.ts';
import { outOfBandUri } from '../oauth/authorization-response.ts';
import type { Client } from '../oauth/ports.ts';
import { redirectUriProblem } from '../oauth/redirect-uri.ts';
import { formatScope, parseScope } from '../oauth/scope.ts';
import { composeClientSecret } from '../oauth/token-format.ts';
import { secrets } from '../secrets/secrets.ts';
import { requireName } from './names.ts';
import { CommandFailure } from './terminal.ts';

export interface NewClientFlags {
  name: string;
  redirectUri?: string[];
  outOfBand?: boolean;
  public?: boolean;
  scope?: string;
  website?: string;
}

/**
 * A client from the flags of `client add`, with its secret, which is at rest as a hash only. One that names no
 * scope may ask for all there are, as at dynamic registration.
 */
export function createClient(
  flags: NewClientFlags,
  now: number,
): { client: Client; client_secret: string | null } {
  const client_secret = flags.public === true ? null : composeClientSecret(secrets.newSecret());
  const client: Client = {
    client_id: secrets.newId(now),
    client_name: requireName('client name', flags.name, 200),
    client_uri: flags.website === undefined ? null : requireWebsite(flags.website),
    client_secret_hash: client_secret === null ? null : secrets.hash(client_secret),
    token_endpoint_auth_method: client_secret === null ? 'none' : 'client_secret_basic',
    redirect_uris: requireRedirectUris(flags),
    grant_types: ['authorization_code', 'refresh_token'],
    scope: requireScope(flags.scope ?? Object.keys(scopes).join(' ')),
    registration_access_token_hash: null,
    previous_client_secret: null,
    owner_id: null,
    created_at: now,
  };
  return { client, client_secret };
}

/** Every one that is wrong is named, so that a list is mended in one go. */
function requireRedirectUris({ redirectUri = [], outOfBand = false }: NewClientFlags): string[] {
  const problems = redirectUri.flatMap((uri) => {
    const problem = redirectUriProblem(uri);
    return problem === null ? [] : [`The redirect URI ${uri} ${problem}`];
  });
  if (problems.length > 0) throw new CommandFailure(problems.join(' '), 2);
  const uris = [...new Set([...redirectUri, ...(outOfBand ? [outOfBandUri] : [])])];
  if (uris.length === 0)
    throw new CommandFailure('A client needs --redirect-uri, or --out-of-band, or both.', 2);
  return uris;
}

function requireScope(scope: string): string {
  const tokens = parseScope(scope);
  const unknown = tokens.filter((token) => !Object.hasOwn(scopes, token));
  if (unknown.length === 0 && tokens.length > 0) return formatScope(tokens);
  const came = unknown.length === 0 ? 'The scope is empty.' : `Unknown scope: ${unknown.join(', ')}.`;
  throw new CommandFailure(`${came} Known: ${Object.keys(scopes).join(', ')}.`, 2);
}

function requireWebsite(uri: string): string {
  if (/^https?:\/\/[!-~]+$/i.test(uri) && URL.canParse(uri) && new URL(uri).username === '') return uri;
  throw new CommandFailure(`The website ${uri} is no address that starts with https:// or http://.`, 2);
}
