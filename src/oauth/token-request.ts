import type { Client, GrantType } from './ports.ts';
import { Refusal } from './refusal.ts';
import type { Tolerances } from './tolerances.ts';

const bodyParameters = new Set([
  'grant_type',
  'code',
  'redirect_uri',
  'code_verifier',
  'refresh_token',
  'scope',
  'client_id',
  'client_secret',
  'token',
  'token_type_hint',
]);

/** A URL ends up in logs and histories: what belongs into the body is refused there, RFC 6749 §2.3.1 and §3.2. */
export function refuseParametersInUrl(query_names: readonly string[]): void {
  if (query_names.some((name) => bodyParameters.has(name))) throw new Refusal('credentials_in_url');
}

/** What the request means by its grant type; what is left out means nothing unless a code may tell. */
export function readGrantType(
  { grant_type, code }: { grant_type?: string | undefined; code?: string | undefined },
  { assumed_grant_type, grant_type_aliases }: Tolerances,
): string {
  if (grant_type !== undefined) {
    return Object.hasOwn(grant_type_aliases, grant_type)
      ? String(grant_type_aliases[grant_type])
      : grant_type;
  }
  if (code !== undefined && assumed_grant_type !== null) return assumed_grant_type;
  throw new Refusal('token_request_malformed', { hint: 'grant_type is missing.' });
}

/** A grant type of this server that the client is registered for, RFC 6749 §5.2. */
export function requireGrantType(grant_type: string, client: Client): GrantType {
  if (grant_type !== 'authorization_code' && grant_type !== 'refresh_token') {
    throw new Refusal('grant_type_unknown');
  }
  if (!client.grant_types.includes(grant_type)) throw new Refusal('grant_type_not_allowed');
  return grant_type;
}
