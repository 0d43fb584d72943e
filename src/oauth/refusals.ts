/**
 * Table of data: every reason for which this server says no, with what the wire shows of it. Reasons are past
 * facts and stay in the log; several may share one public sentence, where telling them apart would help only
 * an attacker. `status` is used where the refusal is not carried by a redirect.
 */
export interface Wire {
  /** The wire code, from the list of the section or the extension named there. */
  error: string;
  status: 400 | 401 | 403 | 404 | 405 | 415 | 429 | 500 | 503;
  section: string;
  sentence: string;
  /** The scheme of `WWW-Authenticate`, where the answer has one. */
  challenge?: 'Basic' | 'Bearer';
}

const codeUnusable = 'The authorization code is not valid. Start again at the authorization endpoint.';
const refreshUnusable = 'The refresh token is not valid. The owner has to authorize again.';
const badCredentials = 'The client identifier or the secret is wrong.';

export const refusals = {
  // The authorization endpoint, shown on a page: nothing may be redirected (RFC 6749 §4.1.2.1).
  client_id_missing: refused(
    'invalid_request',
    'RFC 6749 §4.1.1',
    'The application did not say which one it is: client_id is missing.',
  ),
  client_id_malformed: refused('invalid_request', 'RFC 6749 §3.1', 'client_id is to be sent once.'),
  client_not_found: refused(
    'invalid_client',
    'RFC 6749 §4.1.2.1',
    'No application of this client_id is registered here.',
  ),
  redirect_uri_malformed: refused('invalid_request', 'RFC 6749 §3.1', 'redirect_uri is to be sent once.'),
  redirect_uri_missing: refused(
    'invalid_request',
    'RFC 6749 §3.1.2.3',
    'redirect_uri is missing, and the application has registered more than one.',
  ),
  redirect_uri_not_registered: refused(
    'invalid_request',
    'RFC 6749 §3.1.2.3',
    'redirect_uri is none of those that the application has registered. They are compared character by character.',
  ),

  // The authorization endpoint, carried back to the client.
  parameter_malformed: refused('invalid_request', 'RFC 6749 §4.1.2.1', 'A parameter is malformed.'),
  response_type_missing: refused(
    'invalid_request',
    'RFC 6749 §3.1.1',
    'response_type is missing; it is to be code.',
  ),
  response_type_unknown: refused(
    'unsupported_response_type',
    'RFC 6749 §4.1.2.1',
    'The only response_type of this server is code.',
  ),
  response_mode_unknown: refused(
    'invalid_request',
    'RFC 6749 §4.1.2.1',
    'response_mode is to be query, fragment or form_post.',
  ),
  code_grant_not_allowed: refused(
    'unauthorized_client',
    'RFC 6749 §4.1.2.1',
    'This client is not registered for the authorization code grant.',
  ),
  scope_malformed: refused(
    'invalid_scope',
    'RFC 6749 §3.3',
    'scope is to be tokens of printable ASCII, without quotes and backslashes, one space between two of them.',
  ),
  scope_unknown: refused(
    'invalid_scope',
    'RFC 6749 §3.3',
    'scope names a token that this server does not have.',
  ),
  scope_not_allowed: refused(
    'invalid_scope',
    'RFC 6749 §3.3',
    'scope names a token that this client is not registered for.',
  ),
  scope_missing: refused(
    'invalid_scope',
    'RFC 6749 §3.3',
    'scope is missing, and this client has no default.',
  ),
  code_challenge_missing: refused(
    'invalid_request',
    'RFC 7636 §4.4.1',
    'code_challenge is missing; a public client has to use PKCE with S256.',
  ),
  code_challenge_method_unknown: refused(
    'invalid_request',
    'RFC 7636 §4.4.1',
    'code_challenge_method is to be S256. Left out it means plain, which this server does not accept.',
  ),
  code_challenge_method_alone: refused(
    'invalid_request',
    'RFC 7636 §4.3',
    'code_challenge_method came without code_challenge.',
  ),
  decision_missing: refused('invalid_request', 'RFC 6749 §4.1.1', 'The decision is to be approve or deny.'),
  owner_denied: {
    ...refused('access_denied', 'RFC 6749 §4.1.2.1', 'The owner denied the request.'),
    status: 403,
  },

  // Client authentication.
  credentials_in_url: refused(
    'invalid_request',
    'RFC 6749 §2.3.1',
    'Parameters of this endpoint go into the form body, never into the URL.',
  ),
  authentication_repeated: refused(
    'invalid_request',
    'RFC 6749 §2.3',
    'The client authenticated in the header and in the body; use exactly one.',
  ),
  client_id_contradicts: refused(
    'invalid_request',
    'RFC 6749 §2.3',
    'client_id in the body is not the one in the Authorization header.',
  ),
  authentication_missing: unauthenticated(
    'The client did not authenticate. Use HTTP Basic, or client_id and client_secret in the body.',
  ),
  authentication_malformed: unauthenticated(
    'The Authorization header is not HTTP Basic with form-encoded client identifier and secret.',
  ),
  client_unknown: unauthenticated(badCredentials),
  client_secret_wrong: unauthenticated(badCredentials),
  client_secret_missing: unauthenticated('This client is confidential and has to send its secret.'),
  client_is_public: unauthenticated('This client is public and has no secret.'),
  introspection_needs_secret: unauthenticated('Only a confidential client may introspect tokens.'),

  // The token endpoint, RFC 6749 §5.2.
  token_request_malformed: refused('invalid_request', 'RFC 6749 §5.2', 'The request is malformed.'),
  grant_type_unknown: refused(
    'unsupported_grant_type',
    'RFC 6749 §5.2',
    'grant_type is to be authorization_code or refresh_token.',
  ),
  grant_type_not_allowed: refused(
    'unauthorized_client',
    'RFC 6749 §5.2',
    'This client is not registered for this grant_type.',
  ),
  code_missing: refused('invalid_request', 'RFC 6749 §4.1.3', 'The parameter code is missing.'),
  code_unknown: refused('invalid_grant', 'RFC 6749 §5.2', codeUnusable),
  code_of_another_client: refused('invalid_grant', 'RFC 6749 §5.2', codeUnusable),
  code_revoked: refused('invalid_grant', 'RFC 6749 §5.2', codeUnusable),
  code_expired: refused(
    'invalid_grant',
    'RFC 6749 §4.1.2',
    'The authorization code has expired. Start again at the authorization endpoint.',
  ),
  code_already_redeemed: refused(
    'invalid_grant',
    'RFC 6749 §4.1.2',
    'The authorization code has been used before. What it had issued is revoked.',
  ),
  code_redirect_uri_withdrawn: refused(
    'invalid_grant',
    'RFC 6749 §5.2',
    'The redirect URI that the code was sent to is no longer registered.',
  ),
  code_scope_withdrawn: refused(
    'invalid_grant',
    'RFC 6749 §5.2',
    'The client may no longer ask for any of the scope that the owner granted.',
  ),
  redirect_uri_not_repeated: refused(
    'invalid_request',
    'RFC 6749 §4.1.3',
    'redirect_uri is missing; it was part of the authorization request.',
  ),
  redirect_uri_mismatch: refused(
    'invalid_grant',
    'RFC 6749 §4.1.3',
    'redirect_uri is not the one of the authorization request.',
  ),
  code_verifier_missing: refused(
    'invalid_grant',
    'RFC 7636 §4.6',
    'code_verifier is missing; the authorization request had a code_challenge.',
  ),
  code_verifier_wrong: refused(
    'invalid_grant',
    'RFC 7636 §4.6',
    'code_verifier does not belong to the code_challenge.',
  ),
  code_verifier_unexpected: refused(
    'invalid_grant',
    'RFC 9700 §4.8.2',
    'code_verifier was sent, but the authorization request had no code_challenge.',
  ),
  refresh_token_missing: refused('invalid_request', 'RFC 6749 §6', 'The parameter refresh_token is missing.'),
  refresh_token_unknown: refused('invalid_grant', 'RFC 6749 §5.2', refreshUnusable),
  refresh_token_of_another_client: refused('invalid_grant', 'RFC 6749 §5.2', refreshUnusable),
  refresh_token_revoked: refused('invalid_grant', 'RFC 6749 §5.2', refreshUnusable),
  refresh_token_expired: refused(
    'invalid_grant',
    'RFC 6749 §5.2',
    'The refresh token has expired. The owner has to authorize again.',
  ),
  refresh_scope_withdrawn: refused(
    'invalid_grant',
    'RFC 6749 §5.2',
    'The client may no longer ask for any of the scope that the owner granted.',
  ),
  refresh_token_reused: refused(
    'invalid_grant',
    'RFC 9700 §4.14.2',
    'The refresh token had been replaced. Everything issued from it is revoked.',
  ),
  refresh_retry_differs: refused(
    'invalid_grant',
    'RFC 6749 §6',
    'The refresh token has just been replaced, by a request for another scope.',
  ),
  refresh_scope_exceeded: refused(
    'invalid_scope',
    'RFC 6749 §6',
    'A refresh may narrow the granted scope, not extend it.',
  ),
  token_of_another_client: refused(
    'invalid_grant',
    'RFC 7009 §2.1',
    'The token was issued to another client.',
  ),

  // Bearer tokens, RFC 6750.
  access_token_missing: bearer(
    'unauthorized',
    401,
    'RFC 6750 §3',
    'Send an access token: Authorization: Bearer ...',
  ),
  access_token_repeated: bearer(
    'invalid_request',
    400,
    'RFC 6750 §3.1',
    'The access token was sent in two ways; use one.',
  ),
  access_token_malformed: bearer(
    'invalid_request',
    400,
    'RFC 6750 §2.1',
    'The Authorization header is not Bearer with one token.',
  ),
  access_token_unusable: bearer('invalid_token', 401, 'RFC 6750 §3.1', 'The access token is not valid.'),
  access_token_expired: bearer('invalid_token', 401, 'RFC 6750 §3.1', 'The access token has expired.'),
  scope_insufficient: bearer(
    'insufficient_scope',
    403,
    'RFC 6750 §3.1',
    'The access token does not reach that far.',
  ),
  registration_token_unusable: bearer(
    'invalid_token',
    401,
    'RFC 7592 §2.1',
    'The registration access token is not valid for this client.',
  ),

  // Registration, RFC 7591 §3.2.2.
  metadata_malformed: refused(
    'invalid_client_metadata',
    'RFC 7591 §3.2.2',
    'The client metadata is malformed.',
  ),
  metadata_redirect_uri_refused: refused(
    'invalid_redirect_uri',
    'RFC 7591 §3.2.2',
    'A redirect URI is not acceptable.',
  ),

  // Pages and the API.
  request_malformed: refused('invalid_request', 'RFC 9110 §15.5.1', 'The request is malformed.'),
  media_type_unknown: {
    error: 'invalid_request',
    status: 415,
    section: 'RFC 9110 §15.5.16',
    sentence: 'The body is of a media type that is not read here.',
  },
  csrf_token_wrong: {
    error: 'access_denied',
    status: 403,
    section: 'RFC 6749 §10.12',
    sentence:
      'This form has expired, or it was not sent from a page of this server. Go back, reload the page and try again.',
  },
  sign_in_throttled: {
    error: 'too_many_attempts',
    status: 429,
    section: 'RFC 6749 §10.10',
    sentence: 'There were too many attempts to sign in. Wait a while, then try again.',
  },
  code_not_at_hand: {
    error: 'not_found',
    status: 404,
    section: 'RFC 8252 §7',
    sentence: 'There is no code to show. It is shown once, right after you allow an application.',
  },
  application_is_public: refused(
    'invalid_request',
    'RFC 6749 §2.1',
    'This application is public and has no secret to replace.',
  ),
  record_not_found: {
    error: 'not_found',
    status: 404,
    section: 'RFC 9110 §15.5.5',
    sentence: 'There is nothing of this id.',
  },
  path_unknown: {
    error: 'not_found',
    status: 404,
    section: 'RFC 9110 §15.5.5',
    sentence: 'There is nothing at this address.',
  },
  method_not_allowed: {
    error: 'method_not_allowed',
    status: 405,
    section: 'RFC 9110 §15.5.6',
    sentence: 'This address does not know this method.',
  },
  database_silent: {
    error: 'temporarily_unavailable',
    status: 503,
    section: 'RFC 9110 §15.6.4',
    sentence: 'The database does not answer.',
  },
  fault: {
    error: 'server_error',
    status: 500,
    section: 'RFC 9110 §15.6.1',
    sentence: 'Something broke on this side. Please report it with the request id.',
  },
} as const satisfies Record<string, Wire>;

export type Reason = keyof typeof refusals;

function refused(error: string, section: string, sentence: string) {
  return { error, status: 400, section, sentence } as const;
}

function unauthenticated(sentence: string) {
  return {
    error: 'invalid_client',
    status: 401,
    section: 'RFC 6749 §5.2',
    sentence,
    challenge: 'Basic',
  } as const;
}

function bearer<Status extends 400 | 401 | 403>(
  error: string,
  status: Status,
  section: string,
  sentence: string,
) {
  return { error, status, section, sentence, challenge: 'Bearer' } as const;
}
