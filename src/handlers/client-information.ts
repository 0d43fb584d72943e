import type { Client } from '../oauth/ports.ts';
import { readBearerToken } from '../oauth/access-token.ts';
import { Refusal } from '../oauth/refusal.ts';
import type { Deps } from './deps.ts';

/** What a registration says of its client, without any secret: RFC 7591 §3.2.1, RFC 7592 §3. */
export function describeClient(client: Client, issuer: string) {
  return {
    client_id: client.client_id,
    client_id_issued_at: client.created_at,
    client_name: client.client_name,
    ...(client.client_uri === null ? {} : { client_uri: client.client_uri }),
    redirect_uris: [...client.redirect_uris],
    grant_types: [...client.grant_types],
    response_types: client.grant_types.includes('authorization_code') ? ['code'] : [],
    token_endpoint_auth_method: client.token_endpoint_auth_method,
    scope: client.scope,
    registration_client_uri: `${issuer}/oauth/register/${encodeURIComponent(client.client_id)}`,
  };
}

/**
 * The client of the path, if its registration access token came along; one that is gone answers the same
 * (RFC 7592 §2.1). The token is given back for the answer, which has to hold it (RFC 7592 §3): here is a hash only.
 */
export async function requireRegisteredClient(
  client_id: string,
  authorization: string | undefined,
  { clients, secrets }: Deps,
): Promise<{ client: Client; registration_access_token: string }> {
  const registration_access_token = readBearerToken(authorization, undefined);
  const client = await clients.find(client_id);
  const hash = client?.registration_access_token_hash ?? null;
  const isOfClient = hash !== null && secrets.isSame(hash, secrets.hash(registration_access_token));
  if (client === undefined || !isOfClient) throw new Refusal('registration_token_unusable');
  return { client, registration_access_token };
}
