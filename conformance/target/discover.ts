import type { Transport } from '../agents/transport.ts';
import { memberOf } from '../expect/http.ts';
import type { Exchange, RequestDraft } from '../model/exchange.ts';

/** What a server says of itself, as far as it can be used; null where it says nothing, or nonsense. */
export interface Metadata {
  issuer: string | null;
  authorization_endpoint: string | null;
  token_endpoint: string | null;
  introspection_endpoint: string | null;
  revocation_endpoint: string | null;
  registration_endpoint: string | null;
  scopes_supported: readonly string[] | null;
  code_challenge_methods_supported: readonly string[] | null;
  token_endpoint_auth_methods_supported: readonly string[] | null;
}

export interface Discovery {
  metadata: Metadata | null;
  /** Whether it is RFC 8414 metadata, and not that of OpenID Connect. */
  isOAuth: boolean;
  /** Where it was found. */
  url: string | null;
  exchanges: readonly Exchange[];
}

/** Before anybody has asked. */
export const nothingFound: Discovery = { metadata: null, isOAuth: false, url: null, exchanges: [] };

/** Asks for RFC 8414 metadata, then for an OpenID configuration. Stops where the server does not answer at all. */
export async function discover(issuer: string, transport: Transport): Promise<Discovery> {
  const exchanges: Exchange[] = [];
  for (const url of wellKnownUrls(issuer)) {
    const exchange = await transport.send(metadataDraft(url));
    exchanges.push(exchange);
    if (exchange.response === null) break;
    const metadata = exchange.response.status === 200 ? readMetadata(exchange.response.body) : null;
    if (metadata !== null)
      return { metadata, isOAuth: url.includes('oauth-authorization-server'), url, exchanges };
  }
  return { metadata: null, isOAuth: false, url: null, exchanges };
}

export function metadataDraft(url: string): RequestDraft {
  return { method: 'GET', url, query: [], headers: [['accept', 'application/json']], body: null };
}

/** RFC 8414 §3.1 puts the well-known part before the path of the issuer, OpenID Connect after it. */
export function wellKnownUrls(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const between = (name: string) => `${origin}/.well-known/${name}${path}`;
  const after = (name: string) => `${origin}${path}/.well-known/${name}`;
  return [
    ...new Set([
      between('oauth-authorization-server'),
      after('openid-configuration'),
      after('oauth-authorization-server'),
      between('openid-configuration'),
    ]),
  ];
}

function readMetadata(body: string): Metadata | null {
  const json = parseJson(body);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const url = (name: string) => {
    const value = memberOf(json, name);
    return typeof value === 'string' && /^https?:/i.test(value) && URL.canParse(value) ? value : null;
  };
  const list = (name: string) => {
    const value = memberOf(json, name);
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null;
  };
  const metadata: Metadata = {
    issuer: url('issuer'),
    authorization_endpoint: url('authorization_endpoint'),
    token_endpoint: url('token_endpoint'),
    introspection_endpoint: url('introspection_endpoint'),
    revocation_endpoint: url('revocation_endpoint'),
    registration_endpoint: url('registration_endpoint'),
    scopes_supported: list('scopes_supported'),
    code_challenge_methods_supported: list('code_challenge_methods_supported'),
    token_endpoint_auth_methods_supported: list('token_endpoint_auth_methods_supported'),
  };
  return metadata.issuer === null && metadata.token_endpoint === null ? null : metadata;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
