import type { Client } from '../oauth/ports.ts';
import { verifyClientMetadata } from '../oauth/registration.ts';
import { composeClientSecret, composeRegistrationToken } from '../oauth/token-format.ts';
import { describeClient } from './client-information.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** Registers a client by its own word, RFC 7591 §3. The secret leaves here, this once. */
export async function registerClient(
  input: Input<'registerClient'>,
  deps: Deps,
): Promise<Output<'registerClient'>> {
  const { secrets } = deps;
  const metadata = verifyClientMetadata(input.body, deps.scopes);
  const now = deps.now();
  const isPublic = metadata.token_endpoint_auth_method === 'none';
  const client_secret = isPublic ? null : composeClientSecret(secrets.newSecret());
  const registration_access_token = composeRegistrationToken(secrets.newSecret());
  const client: Client = {
    ...metadata,
    client_id: secrets.newId(now),
    client_secret_hash: client_secret === null ? null : secrets.hash(client_secret),
    registration_access_token_hash: secrets.hash(registration_access_token),
    previous_client_secret: null,
    owner_id: null,
    created_at: now,
  };
  await deps.clients.add(client);
  const shownOnce = client_secret === null ? {} : { client_secret, client_secret_expires_at: 0 as const };
  return {
    status: 201,
    json: { ...describeClient(client, deps.issuer), ...shownOnce, registration_access_token },
  };
}
