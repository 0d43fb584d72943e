import type { ClientRole } from '../model/client-role.ts';
import type { TargetOwner, TargetQuirks, TargetResource, Waiver } from './target.ts';

/**
 * What a person writes about a target: everything may be left out that the server tells itself, by metadata, by
 * registration or by how it behaves. `target.schema.json` says the same for editors, with a description of each.
 */
export interface TargetSettings {
  name?: string;
  issuer?: string;
  authorization_endpoint?: string;
  token_endpoint?: string;
  introspection_endpoint?: string | null;
  revocation_endpoint?: string | null;
  registration_endpoint?: string | null;
  /** An initial access token, RFC 7591 §3. */
  registration_token?: string;
  /** Whether clients that are missing may be registered. */
  register?: boolean;
  /** The callback of clients that get registered. It is never opened. */
  redirect_uri?: string;
  /** Further origins where the browser may go, such as the one of a sign-in page. */
  origins?: readonly string[];
  clients?: Partial<Record<ClientRole, ClientSettings>>;
  client_authentication?: readonly ('basic' | 'post')[];
  scopes?: readonly string[];
  pkce?: { supported?: boolean; required?: boolean; plain?: boolean };
  refresh_tokens?: boolean;
  post_authorization?: boolean;
  owner?: Partial<TargetOwner>;
  resource?: Partial<TargetResource> & { url: string };
  authorization_parameters?: Record<string, string>;
  token_parameters?: Record<string, string>;
  quirks?: Partial<TargetQuirks>;
  waivers?: readonly (Omit<Waiver, 'link'> & { link?: string | null })[];
  timeout?: number;
  concurrency?: number;
  rate?: number | null;
  verify_certificates?: boolean;
  /** A PEM file with further certificate authorities, such as one's own. */
  ca_file?: string | null;
}

export interface ClientSettings {
  client_id: string;
  client_secret?: string | null;
  redirect_uris?: readonly string[];
  scopes?: readonly string[] | null;
}
