import type { ResponseMode } from './authorization-response.ts';
import type { GrantType, Seconds } from './ports.ts';

/**
 * What this server can be asked to overlook, or to say in other words, so that a client written from another
 * system's document goes on working. Each member is read in one place of the protocol; `strict` overlooks nothing.
 */
export interface Tolerances {
  /** How an answer travels where the request does not say: the query, RFC 6749 §4.1.2. */
  readonly default_response_mode: ResponseMode;
  /** The status of every redirect. 303 is what RFC 9700 §4.12 asks for after a form; browsers treat 302 alike. */
  readonly redirect_status: 302 | 303;
  /** What a request without `scope` asks for, RFC 6749 §3.3. */
  readonly default_scope: string;
  /** Where the client has several redirect URIs and the request has none, the code is shown, if that is one of them. */
  readonly shows_code_by_default: boolean;
  readonly consent: ConsentWords;

  /** What `grant_type` means where it is left out and a code was sent (RFC 6749 §4.1.3 requires it). */
  readonly assumed_grant_type: GrantType | null;
  /** Other spellings of a grant type. */
  readonly grant_type_aliases: Readonly<Record<string, GrantType>>;
  /** `client_id` may be left out beside a secret: it is that of the code (RFC 6749 §2.3.1 requires it). */
  readonly client_id_from_code: boolean;
  /** Parameters of the token request are read from the URL too (RFC 6749 §2.3.1 forbids it). */
  readonly credentials_in_url: boolean;
  /** `redirect_uri` may be left out of the exchange although it was sent before; RFC 6749 §4.1.3 requires it. */
  readonly redirect_uri_may_be_left_out: boolean;
  /** `redirect_uri` may come without its scheme in the exchange; RFC 6749 §4.1.3 asks for the identical value. */
  readonly redirect_uri_without_scheme: boolean;
  /** RFC 6749 §5.1 compares it without regard to case. */
  readonly token_type: 'Bearer' | 'bearer';
  /** How long an access token lives where the document promises a time; null: as configured. */
  readonly access_token_lifetime: Seconds | null;

  /** `Authorization: Token token="…"` counts as a bearer token, beside RFC 6750 §2.1. */
  readonly token_scheme: boolean;
  /** A bearer token may be the query parameter `access_token`, RFC 6750 §2.3. */
  readonly access_token_in_query: boolean;

  /** A redirect URI may be registered with plain http on any host; RFC 6749 §3.1.2.1 advises against it. */
  readonly plain_http_redirect_uris: boolean;
}

/** How the consent page asks. */
export interface ConsentWords {
  /** What has to be ticked before anything is allowed; null: the button is enough. */
  readonly check_box: string | null;
  /** The word on the button that allows. */
  readonly approve: string;
}

export const strict: Tolerances = {
  default_response_mode: 'query',
  redirect_status: 303,
  default_scope: 'profile',
  shows_code_by_default: false,
  consent: { check_box: null, approve: 'Allow' },
  assumed_grant_type: null,
  grant_type_aliases: {},
  client_id_from_code: false,
  credentials_in_url: false,
  redirect_uri_may_be_left_out: false,
  redirect_uri_without_scheme: false,
  token_type: 'Bearer',
  access_token_lifetime: null,
  token_scheme: false,
  access_token_in_query: false,
  plain_http_redirect_uris: false,
};
