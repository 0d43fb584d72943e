import { outOfBandUri } from './authorization-response.ts';
import type { Client, RegisteredMetadata, Seconds, Secrets, User } from './ports.ts';
import { redirectUriProblem } from './redirect-uri.ts';
import { formatScope, type ScopeRegistry } from './scope.ts';
import { composeClientSecret } from './token-format.ts';
import type { Tolerances } from './tolerances.ts';

/** What the form of an application says, as it was typed. */
export interface TypedApplication {
  client_name: string;
  client_uri: string;
  /** Without blank ones and without the out-of-band URN. */
  redirect_uris: readonly string[];
  out_of_band: boolean;
  scope: readonly string[];
}

/** What is wrong with each field: a whole sentence, or null. */
export interface ApplicationProblems {
  client_name: string | null;
  client_uri: string | null;
  /** One for each URI; one alone where there is none and one is needed. */
  redirect_uris: readonly (string | null)[];
  scope: string | null;
}

const most = { name: 200, uri: 2048, uris: 32 };

/** Administrators manage every client, other users those that they own. */
export function mayManage(user: User, client: Pick<Client, 'owner_id'>): boolean {
  return user.is_administrator || client.owner_id === user.id;
}

/** Every problem at once, so that a form is mended in one go; null where it can be registered. */
export function findProblems(
  typed: TypedApplication,
  scopes: ScopeRegistry,
  tolerances: Tolerances,
): ApplicationProblems | null {
  const problems: ApplicationProblems = {
    client_name: nameProblem(typed.client_name),
    client_uri: websiteProblem(typed.client_uri),
    redirect_uris: redirectUriProblems(typed, tolerances),
    scope: scopeProblem(typed.scope, scopes),
  };
  const all = [problems.client_name, problems.client_uri, ...problems.redirect_uris, problems.scope];
  return all.some((problem) => problem !== null) ? problems : null;
}

/** What is registered for a form without problems. */
export function metadataOf(
  typed: TypedApplication,
): Pick<RegisteredMetadata, 'client_name' | 'client_uri' | 'redirect_uris' | 'scope'> {
  const outOfBand = typed.out_of_band ? [outOfBandUri] : [];
  return {
    client_name: typed.client_name,
    client_uri: typed.client_uri === '' ? null : typed.client_uri,
    redirect_uris: [...new Set([...typed.redirect_uris, ...outOfBand])],
    scope: formatScope(typed.scope),
  };
}

/** `redirectUriProblem` as a whole sentence, for beside a field. */
export function redirectUriSentence(uri: string, tolerances: Tolerances): string | null {
  if (uri.length > most.uri) return `This URI is longer than ${most.uri} characters.`;
  const problem = redirectUriProblem(uri, tolerances);
  return problem === null ? null : `This URI ${problem}`;
}

function nameProblem(name: string): string | null {
  if (name === '') return 'An application needs a name.';
  if ([...name].length > most.name) return `The name is longer than ${most.name} characters.`;
  return /\p{Cc}/u.test(name) ? 'The name has a control character.' : null;
}

function websiteProblem(uri: string): string | null {
  if (uri === '') return null;
  if (uri.length > most.uri) return `The website is longer than ${most.uri} characters.`;
  const isAddress = /^https?:\/\/[!-~]+$/i.test(uri) && URL.canParse(uri) && new URL(uri).username === '';
  return isAddress
    ? null
    : 'A website starts with https:// or http:// and has neither spaces nor characters outside ASCII.';
}

function redirectUriProblems(
  { redirect_uris, out_of_band }: TypedApplication,
  tolerances: Tolerances,
): (string | null)[] {
  if (redirect_uris.length === 0)
    return out_of_band ? [] : ['An application needs a redirect URI, unless its codes are shown on a page.'];
  return redirect_uris.map((uri, at) =>
    at < most.uris ? redirectUriSentence(uri, tolerances) : `There may be ${most.uris} of them.`,
  );
}

function scopeProblem(scope: readonly string[], scopes: ScopeRegistry): string | null {
  if (scope.length === 0) return 'An application has to be able to ask for something.';
  const isKnown = scope.every((token) => Object.hasOwn(scopes, token));
  return isKnown ? null : 'One of these is not known to this server.';
}

interface Registration {
  metadata: Pick<RegisteredMetadata, 'client_name' | 'client_uri' | 'redirect_uris' | 'scope'>;
  is_confidential: boolean;
  owner_id: string;
}

/** A client that a person registers, with the secret that is shown once. */
export function registerApplication(
  { metadata, is_confidential, owner_id }: Registration,
  { secrets, now }: { secrets: Secrets; now: Seconds },
): { client: Client; client_secret: string | null } {
  const client_secret = is_confidential ? composeClientSecret(secrets.newSecret()) : null;
  const client: Client = {
    client_id: secrets.newId(now),
    ...metadata,
    token_endpoint_auth_method: is_confidential ? 'client_secret_basic' : 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    client_secret_hash: client_secret === null ? null : secrets.hash(client_secret),
    previous_client_secret: null,
    registration_access_token_hash: null,
    owner_id,
    created_at: now,
  };
  return { client, client_secret };
}
