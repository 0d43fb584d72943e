import type { Client } from '../oauth/ports.ts';
import { verifyClientMetadata } from '../oauth/registration.ts';
import { composeClientSecret } from '../oauth/token-format.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** Registers a client by its own word, RFC 7591 §3, in the words that Gancio has for it. The secret leaves here, this once. */
export async function gancioRegister(
  { body, rules }: Input<'gancioRegister'>,
  { clients, secrets, scopes, now: clock }: Deps,
): Promise<Output<'gancioRegister'>> {
  const { client_name, redirect_uris, website, scopes: scope = rules.tolerances.default_scope } = body;
  const metadata = verifyClientMetadata(
    {
      client_name,
      redirect_uris: [redirect_uris],
      client_uri: website,
      scope,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['authorization_code', 'refresh_token'],
    },
    scopes,
  );
  const now = clock();
  const client_secret = composeClientSecret(secrets.newSecret());
  const client: Client = {
    ...metadata,
    client_id: secrets.newId(now),
    client_secret_hash: secrets.hash(client_secret),
    registration_access_token_hash: null,
    previous_client_secret: null,
    owner_id: null,
    created_at: now,
  };
  await clients.add(client);
  const { client_id } = client;
  const described = {
    name: client.client_name,
    redirect_uris,
    scopes: client.scope,
    website: client.client_uri,
  };
  return { status: 200, json: { client_id, client_secret, ...described } };
}
