import type { ClientRole } from '../model/client-role.ts';
import type { Discovery } from './discover.ts';
import type { RegisteredClient } from './register.ts';
import type { ClientSettings, TargetSettings } from './settings.ts';
import type { Target, TargetClient, TargetOwner, TargetResource } from './target.ts';

/** A name reserved for examples: never resolves, and nothing has to listen there. */
export const defaultRedirectUri = 'https://client.example/callback';

/**
 * The target with every setting in its place: what was written, else what the server says of itself, else a default.
 * What only trying can tell is assumed present, until the doctor has tried.
 */
export function completeTarget(
  settings: TargetSettings,
  discovery: Discovery,
  registered: readonly RegisteredClient[],
): Target {
  const { metadata, isOAuth, url } = discovery;
  const endpoint = (name: 'authorization_endpoint' | 'token_endpoint') =>
    settings[name] ?? metadata?.[name] ?? '';
  const optional = (name: 'introspection_endpoint' | 'revocation_endpoint') =>
    settings[name] === undefined ? (metadata?.[name] ?? null) : settings[name];
  const authorization_endpoint = endpoint('authorization_endpoint');
  return {
    name: settings.name ?? hostOf(settings.issuer ?? authorization_endpoint),
    issuer: settings.issuer ?? metadata?.issuer ?? null,
    authorization_endpoint,
    token_endpoint: endpoint('token_endpoint'),
    introspection_endpoint: optional('introspection_endpoint'),
    revocation_endpoint: optional('revocation_endpoint'),
    origins: settings.origins ?? [],
    clients: clientsOf(settings, registered),
    client_authentication: settings.client_authentication ?? methodsOf({ metadata }),
    scopes: scopesOf(settings, { metadata }),
    pkce: pkceOf(settings, { metadata }),
    refresh_tokens: settings.refresh_tokens ?? true,
    post_authorization: settings.post_authorization ?? true,
    metadata_url: isOAuth ? url : null,
    registration: registrationOf(settings, discovery),
    owner: ownerOf(settings.owner ?? {}),
    resource: resourceOf(settings),
    ...behaviourOf(settings),
    ...paceOf(settings),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the target';
}

/** How many requests at a time, how fast, and how long one may take. */
export function paceOf({ timeout, concurrency, rate, verify_certificates, ca_file }: TargetSettings) {
  return {
    timeout: timeout ?? 5000,
    concurrency: concurrency ?? 8,
    rate: rate ?? null,
    verify_certificates: verify_certificates ?? true,
    ca_file: ca_file ?? null,
  };
}

/** Null where the server registers nobody, or where it is not to be asked to. */
export function registrationOf(
  { registration_endpoint, registration_token, register = true }: TargetSettings,
  { metadata }: Pick<Discovery, 'metadata'>,
): Target['registration'] {
  const url =
    registration_endpoint === undefined ? (metadata?.registration_endpoint ?? null) : registration_endpoint;
  return register && url !== null ? { url, token: registration_token ?? null } : null;
}

export function scopesOf(
  { scopes }: TargetSettings,
  { metadata }: Pick<Discovery, 'metadata'>,
): readonly string[] {
  // `openid` turns the request into one of another protocol.
  return scopes ?? (metadata?.scopes_supported ?? []).filter((scope) => scope !== 'openid');
}

/** RFC 8414 §2: `client_secret_basic` where the metadata does not say. */
export function methodsOf({ metadata }: Pick<Discovery, 'metadata'>): ('basic' | 'post')[] {
  const named = metadata?.token_endpoint_auth_methods_supported ?? null;
  if (named === null) return metadata === null ? ['basic', 'post'] : ['basic'];
  const known = (['basic', 'post'] as const).filter((method) => named.includes(`client_secret_${method}`));
  return known.length === 0 ? ['basic'] : known;
}

function pkceOf({ pkce = {} }: TargetSettings, { metadata }: Pick<Discovery, 'metadata'>): Target['pkce'] {
  const methods = metadata?.code_challenge_methods_supported ?? null;
  return {
    supported: pkce.supported ?? (methods === null || methods.includes('S256')),
    required: pkce.required ?? false,
    plain: pkce.plain ?? methods?.includes('plain') ?? false,
  };
}

function clientsOf(settings: TargetSettings, registered: readonly RegisteredClient[]): Target['clients'] {
  const written = Object.entries(settings.clients ?? {}).map(
    ([role, client]) => [role as ClientRole, clientOf(client, settings)] as const,
  );
  const added = registered.map(({ role, client }) => [role, client] as const);
  return Object.fromEntries([...added, ...written]);
}

function clientOf(client: ClientSettings, { redirect_uri }: TargetSettings): TargetClient {
  const [first = redirect_uri ?? defaultRedirectUri, ...rest] = client.redirect_uris ?? [];
  return {
    client_id: client.client_id,
    client_secret: client.client_secret ?? null,
    redirect_uris: [first, ...rest],
    scopes: client.scopes ?? null,
  };
}

function ownerOf(owner: Partial<TargetOwner>): TargetOwner {
  return {
    username: null,
    password: null,
    driver: 'form',
    signs_in: owner.driver === undefined || owner.driver === 'form',
    can_deny: true,
    headers: {},
    command: [],
    recipe: {},
    ...owner,
  };
}

function resourceOf({ resource }: TargetSettings): TargetResource | null {
  return resource === undefined ? null : { method: 'GET', scope: null, form_body: false, ...resource };
}

function behaviourOf({ authorization_parameters, token_parameters, quirks, waivers = [] }: TargetSettings) {
  return {
    authorization_parameters: authorization_parameters ?? {},
    token_parameters: token_parameters ?? {},
    quirks: {
      fragment_response: false,
      no_grant_type: false,
      grant_type: null,
      token_parameters_in_url: false,
      token_scheme: null,
      ...quirks,
    },
    waivers: waivers.map((waiver) => ({ link: null, ...waiver })),
  };
}
