import type { Transport } from '../agents/transport.ts';
import { describeFailure, stringsOf, textOf } from './registration-answer.ts';
import type { ClientRole } from '../model/client-role.ts';
import type { RequestDraft } from '../model/exchange.ts';
import type { Target, TargetClient } from './target.ts';

export interface RegistrationRequest {
  endpoint: string;
  /** An initial access token, where the server asks for one. */
  token: string | null;
  redirect_uri: string;
  scopes: readonly string[];
  /** How clients with a secret prove themselves. */
  method: 'basic' | 'post';
}

/** What is needed to be rid of a client again. */
export interface Registration {
  /** Null where nothing was registered. */
  client_id: string | null;
  /** Where the client can be deleted, RFC 7592 §2.3. */
  management: { url: string; token: string } | null;
}

export interface RegisteredClient extends Registration {
  role: ClientRole;
  client: TargetClient;
}

/** Why a role was not filled: the server refused, or gave something else than was asked for. */
export interface NotRegistered extends Registration {
  role: ClientRole;
  problem: string;
}

/** Registers one client for the role, RFC 7591 §3.1, and takes over what the server made of it. */
export async function registerClient(
  role: ClientRole,
  request: RegistrationRequest,
  transport: Transport,
): Promise<RegisteredClient | NotRegistered> {
  const metadata = metadataFor(role, request);
  const exchange = await transport.send(
    registrationDraft({ url: request.endpoint, token: request.token }, metadata),
  );
  const failure = describeFailure(exchange);
  if (failure !== null) return { role, problem: failure, client_id: null, management: null };
  return adopt(role, exchange.response?.body ?? '', metadata);
}

/** A registration request, RFC 7591 §3.1. */
export function registrationDraft(
  { url, token }: NonNullable<Target['registration']>,
  metadata: object,
): RequestDraft {
  return {
    method: 'POST',
    url,
    query: [],
    headers: [
      ['content-type', 'application/json'],
      ['accept', 'application/json'],
      ...(token === null ? [] : [['authorization', `Bearer ${token}`] as const]),
    ],
    body: JSON.stringify(metadata),
  };
}

/** RFC 7592 §2.3. Whether the client is gone. */
async function deleteClient(
  { management }: Pick<Registration, 'management'>,
  transport: Transport,
): Promise<boolean> {
  if (management === null) return false;
  const { response } = await transport.send({
    method: 'DELETE',
    url: management.url,
    query: [],
    headers: [['authorization', `Bearer ${management.token}`]],
    body: null,
  });
  return response !== null && response.status < 300;
}

/** Deletes all of them, and gives the client_ids of those that are still there. */
export async function deleteClients(
  registrations: readonly Registration[],
  transport: Transport,
): Promise<string[]> {
  const deleted = await Promise.all(registrations.map((one) => deleteClient(one, transport)));
  return registrations.flatMap(({ client_id }, index) =>
    client_id === null || deleted[index] === true ? [] : [client_id],
  );
}

type ClientMetadata = ReturnType<typeof metadataFor>;

/** What a client for the role asks to be registered as, RFC 7591 §2. */
export function metadataFor(
  role: ClientRole,
  { redirect_uri, scopes, method }: Pick<RegistrationRequest, 'redirect_uri' | 'scopes' | 'method'>,
) {
  const isPublic = role === 'public' || role === 'second_public';
  const grants: Partial<Record<ClientRole, readonly string[]>> = {
    no_code_grant: ['refresh_token'],
    no_refresh_grant: ['authorization_code'],
  };
  const redirects: Partial<Record<ClientRole, readonly string[]>> = {
    several_redirects: [redirect_uri, sibling(redirect_uri)],
    query_redirect: [`${redirect_uri}?a=1&b=x%20y&c`],
  };
  return {
    client_name: `Conformance ${role.replaceAll('_', ' ')}`,
    redirect_uris: redirects[role] ?? [redirect_uri],
    grant_types: grants[role] ?? ['authorization_code', 'refresh_token'],
    response_types: role === 'no_code_grant' ? [] : ['code'],
    token_endpoint_auth_method: isPublic ? 'none' : `client_secret_${method}`,
    ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
  };
}

function sibling(redirect_uri: string): string {
  return redirect_uri.replace(/[^/]*$/, 'other');
}

function adopt(role: ClientRole, body: string, asked: ClientMetadata): RegisteredClient | NotRegistered {
  const answer: unknown = JSON.parse(body);
  const registration = registrationOf(answer);
  const { client_id } = registration;
  const refuse = (problem: string): NotRegistered => ({ role, problem, ...registration });
  const client_secret = textOf(answer, 'client_secret');
  const [first, ...rest] = stringsOf(answer, 'redirect_uris') ?? asked.redirect_uris;
  const isPublic = asked.token_endpoint_auth_method === 'none';
  if (client_id === null || first === undefined) return refuse('the answer has no client_id');
  if (isPublic && client_secret !== null) return refuse('the server gave a secret all the same');
  if (!isPublic && client_secret === null) return refuse('the server gave no secret');
  const grants = stringsOf(answer, 'grant_types');
  const unwanted = role === 'no_code_grant' ? 'authorization_code' : 'refresh_token';
  if (role.startsWith('no_') && (grants === null || grants.includes(unwanted)))
    return refuse(`the server allows it ${unwanted} all the same`);
  const scopes = textOf(answer, 'scope')?.split(' ') ?? null;
  const wanted = asked.scope?.split(' ') ?? [];
  return {
    ...registration,
    role,
    client: {
      client_id,
      client_secret,
      redirect_uris: [first, ...rest],
      scopes: scopes === null || wanted.every((word) => scopes.includes(word)) ? null : scopes,
    },
  };
}

/** The client that an answer tells of, and where it is managed, RFC 7592 §3. */
export function registrationOf(answer: unknown): Registration {
  const url = textOf(answer, 'registration_client_uri');
  const token = textOf(answer, 'registration_access_token');
  return {
    client_id: textOf(answer, 'client_id'),
    management: url === null || token === null ? null : { url, token },
  };
}
