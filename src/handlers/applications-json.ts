import type { OperationId } from '../../generated/operations.ts';
import { registerApplication } from '../oauth/application.ts';
import type { Client, User } from '../oauth/ports.ts';
import { Refusal } from '../oauth/refusal.ts';
import { verifyClientMetadata } from '../oauth/registration.ts';
import type { Deps } from './deps.ts';
import {
  listedOwner,
  ownerOf,
  previousSecretUntil,
  requireManaged,
  rotateSecret,
} from './managed-application.ts';
import type { Input, Output } from './operation.ts';
import { type Carrier, readLimit, requireToken } from './resource.ts';

/** The applications that the token's owner manages, a page at a time. */
export async function listApplicationsJson(
  input: Input<'listApplicationsJson'>,
  deps: Deps,
): Promise<Output<'listApplicationsJson'>> {
  const user = await requireUser('listApplicationsJson', input, deps);
  const limit = readLimit(input.query.limit);
  const page = { after: input.query.after ?? null, limit: limit + 1 };
  const found = await deps.clients.listOwned(listedOwner(user), page);
  const clients = found.slice(0, limit);
  const last = clients.at(-1);
  const next = found.length > limit && last !== undefined ? { next: last.client_id } : {};
  const applications = clients.map((client) => describe(client, client.owner, deps));
  return { status: 200, json: { applications, ...next } };
}

/** Registers a client that the token's owner manages. The secret leaves here, this once. */
export async function addApplicationJson(
  input: Input<'addApplicationJson'>,
  deps: Deps,
): Promise<Output<'addApplicationJson'>> {
  const user = await requireUser('addApplicationJson', input, deps);
  const metadata = verifyClientMetadata(input.body, deps.scopes, input.rules.tolerances);
  const is_confidential = input.body.client_type !== 'public';
  const registration = { metadata, is_confidential, owner_id: user.id };
  const { client, client_secret } = registerApplication(registration, { ...deps, now: deps.now() });
  await deps.clients.add(client);
  return {
    status: 201,
    json: { ...describe(client, user.username, deps), ...(client_secret === null ? {} : { client_secret }) },
    location: `/api/applications/${client.client_id}`,
  };
}

export async function readApplicationJson(
  input: Input<'readApplicationJson'>,
  deps: Deps,
): Promise<Output<'readApplicationJson'>> {
  const user = await requireUser('readApplicationJson', input, deps);
  const client = await requireManaged(input.path.client_id, user, deps);
  return { status: 200, json: describe(client, await ownerOf(client, deps), deps) };
}

/** Replaces what may be edited; how the client authenticates and its grant types stay. */
export async function updateApplicationJson(
  input: Input<'updateApplicationJson'>,
  deps: Deps,
): Promise<Output<'updateApplicationJson'>> {
  const user = await requireUser('updateApplicationJson', input, deps);
  const client = await requireManaged(input.path.client_id, user, deps);
  const { token_endpoint_auth_method, grant_types } = client;
  const edited = verifyClientMetadata(input.body, deps.scopes, input.rules.tolerances);
  const metadata = { ...edited, token_endpoint_auth_method, grant_types };
  if (!(await deps.clients.update(client.client_id, metadata))) throw new Refusal('record_not_found');
  return { status: 200, json: describe({ ...client, ...metadata }, await ownerOf(client, deps), deps) };
}

export async function deleteApplicationJson(
  input: Input<'deleteApplicationJson'>,
  deps: Deps,
): Promise<Output<'deleteApplicationJson'>> {
  const user = await requireUser('deleteApplicationJson', input, deps);
  const client = await requireManaged(input.path.client_id, user, deps);
  await deps.clients.remove(client.client_id);
  return { status: 204 };
}

export async function rotateApplicationSecretJson(
  input: Input<'rotateApplicationSecretJson'>,
  deps: Deps,
): Promise<Output<'rotateApplicationSecretJson'>> {
  const user = await requireUser('rotateApplicationSecretJson', input, deps);
  const found = await requireManaged(input.path.client_id, user, deps);
  const { client, client_secret } = await rotateSecret(found, input.body.overlap, deps);
  return { status: 200, json: { ...describe(client, await ownerOf(client, deps), deps), client_secret } };
}

/** The owner of the access token, who is asked whether they may: the scope alone does not make an administrator. */
async function requireUser(operationId: OperationId, input: Carrier, deps: Deps): Promise<User> {
  const { grant } = await requireToken(operationId, input, deps);
  const user = await deps.users.find(grant.user_id);
  if (user === undefined) throw new Refusal('access_token_unusable');
  return user;
}

function describe(client: Client, owner: string | null, { now }: Deps) {
  const until = previousSecretUntil(client, now());
  return {
    client_id: client.client_id,
    client_name: client.client_name,
    ...(client.client_uri === null ? {} : { client_uri: client.client_uri }),
    client_type: client.client_secret_hash === null ? ('public' as const) : ('confidential' as const),
    ...(owner === null ? {} : { owner }),
    redirect_uris: [...client.redirect_uris],
    scope: client.scope,
    created_at: client.created_at,
    ...(until === null ? {} : { previous_client_secret_expires_at: until }),
  };
}
