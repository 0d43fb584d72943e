import type { ClientRole } from '../model/client-role.ts';

/** The server under test, complete: every setting has its value. Made by `load-target` from a file, the environment and discovery. */
export interface Target {
  /** For reports. */
  name: string;
  issuer: string | null;
  authorization_endpoint: string;
  token_endpoint: string;
  introspection_endpoint: string | null;
  revocation_endpoint: string | null;
  /** Further origins where the browser may go, beside those of the issuer and the authorization endpoint. */
  origins?: readonly string[];
  clients: Readonly<Partial<Record<ClientRole, TargetClient>>>;
  /** How confidential clients may authenticate; the first one is used where it does not matter. */
  client_authentication: readonly ('basic' | 'post')[];
  /** Scope tokens that the clients may ask for; valid requests ask for all of them. */
  scopes: readonly string[];
  pkce: { supported: boolean; required: boolean; plain: boolean };
  refresh_tokens: boolean;
  /** Whether the authorization endpoint takes POST (RFC 6749 §3.1 leaves that open). */
  post_authorization: boolean;
  /** Where RFC 8414 metadata was found. */
  metadata_url: string | null;
  /** Where clients may be registered, RFC 7591, and the initial access token for it. */
  registration: { url: string; token: string | null } | null;
  owner: TargetOwner;
  resource: TargetResource | null;
  /** Sent with every authorization request, such as `prompt=consent`. */
  authorization_parameters: Readonly<Record<string, string>>;
  /** Sent with every token request. */
  token_parameters: Readonly<Record<string, string>>;
  quirks: TargetQuirks;
  waivers: readonly Waiver[];
  /** Milliseconds that one answer may take. */
  timeout: number;
  /** Scenarios at the same time. */
  concurrency: number;
  /** Requests a second at most; null: no limit. */
  rate: number | null;
  /** Whether certificates have to be valid. */
  verify_certificates: boolean;
  /** A file with further authorities whose certificates are valid, in PEM. */
  ca_file: string | null;
}

export interface TargetClient {
  client_id: string;
  /** Null: a public client. */
  client_secret: string | null;
  /** All of them, as registered; the first one is used. */
  redirect_uris: readonly [string, ...string[]];
  /** What this client asks for; null: all scopes of the target. */
  scopes: readonly string[] | null;
}

export interface TargetOwner {
  username: string | null;
  password: string | null;
  driver: 'form' | 'headers' | 'command' | 'none';
  /** Whether there is a sign-in step, and a way to deny. */
  signs_in: boolean;
  can_deny: boolean;
  /** `headers` driver: sent with every request of the browser. */
  headers: Readonly<Record<string, string>>;
  /** `command` driver: a program with its arguments; it gets the authorization URL and prints where it landed. */
  command: readonly string[];
  /** `form` driver: CSS selectors where reading the page is not enough. */
  recipe: Readonly<
    Partial<Record<'username' | 'password' | 'sign_in' | 'approve' | 'deny' | 'check', string>>
  >;
}

export interface TargetResource {
  url: string;
  method: 'GET' | 'POST';
  /** The scope that it demands, where that is known. */
  scope: string | null;
  /** Whether it takes the token in a form body, RFC 6750 §2.2. */
  form_body: boolean;
}

/** Departures without which the flow would not run at all. Each is reported. */
export interface TargetQuirks {
  /** The authorization response comes in the fragment. */
  fragment_response: boolean;
  /** The token endpoint wants no `grant_type`. */
  no_grant_type: boolean;
  /** The token endpoint wants this value instead of `authorization_code`. */
  grant_type: string | null;
  /** The token endpoint takes its parameters in the URL only. */
  token_parameters_in_url: boolean;
  /** The scheme of the Authorization header at the resource, instead of `Bearer`. */
  token_scheme: string | null;
}

/** A verdict that is known and accepted. */
export interface Waiver {
  scenario: string;
  verdict: 'fail' | 'warn';
  reason: string;
  link: string | null;
}
