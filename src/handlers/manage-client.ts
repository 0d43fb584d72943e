import { Refusal } from '../oauth/refusal.ts';
import { verifyClientMetadata } from '../oauth/registration.ts';
import { describeClient, requireRegisteredClient } from './client-information.ts';
import type { Deps } from './deps.ts';
import type { Input, Output } from './operation.ts';

/** The registration as it stands, without the secret, RFC 7592 §2.1. */
export async function readClient(input: Input<'readClient'>, deps: Deps): Promise<Output<'readClient'>> {
  const { client, ...token } = await requireRegisteredClient(input.path.client_id, input.authorization, deps);
  return { status: 200, json: { ...describeClient(client, deps.issuer), ...token } };
}

/** Replaces the metadata, RFC 7592 §2.2. What would turn a confidential client into a public one is refused. */
export async function updateClient(
  input: Input<'updateClient'>,
  deps: Deps,
): Promise<Output<'updateClient'>> {
  const { client, ...token } = await requireRegisteredClient(input.path.client_id, input.authorization, deps);
  const { client_id, client_secret } = input.body;
  if (client_id !== client.client_id) throw malformed('client_id is to be the one of the path.');
  const isSecretWrong =
    client_secret !== undefined && deps.secrets.hash(client_secret) !== client.client_secret_hash;
  if (isSecretWrong) throw malformed('client_secret is not the present one.');
  const metadata = verifyClientMetadata(input.body, deps.scopes);
  const staysPublic = metadata.token_endpoint_auth_method === 'none';
  if (staysPublic !== (client.client_secret_hash === null)) {
    throw malformed('A client stays confidential or public; register another one.');
  }
  if (!(await deps.clients.update(client_id, metadata))) throw new Refusal('registration_token_unusable');
  return { status: 200, json: { ...describeClient({ ...client, ...metadata }, deps.issuer), ...token } };
}

/** Deletes the client and ends everything it holds, RFC 7592 §2.3. */
export async function deleteClient(
  input: Input<'deleteClient'>,
  deps: Deps,
): Promise<Output<'deleteClient'>> {
  const { client } = await requireRegisteredClient(input.path.client_id, input.authorization, deps);
  await deps.clients.remove(client.client_id);
  return { status: 204 };
}

function malformed(hint: string): Refusal {
  return new Refusal('metadata_malformed', { hint });
}
