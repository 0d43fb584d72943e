/** What a value is called once it is taken out: `<access token 2>`. */
export type SecretKind =
  | 'code'
  | 'code verifier'
  | 'client secret'
  | 'password'
  | 'access token'
  | 'refresh token'
  | 'token'
  | 'registration token'
  | 'credentials'
  | 'cookie'
  | 'one-time value';

const byName: Readonly<Record<string, SecretKind>> = {
  code: 'code',
  user_code: 'code',
  device_code: 'code',
  code_verifier: 'code verifier',
  client_secret: 'client secret',
  client_assertion: 'client secret',
  password: 'password',
  passwd: 'password',
  passphrase: 'password',
  pwd: 'password',
  pass: 'password',
  access_token: 'access token',
  refresh_token: 'refresh token',
  token: 'token',
  id_token: 'token',
  id_token_hint: 'token',
  assertion: 'token',
  registration_access_token: 'registration token',
};

/** Parameters of the protocol and of pages that hide nothing, though their names look like it. */
const open =
  /^(token_type|token_type_hint|token_endpoint.*|code_challenge.*|.*_supported|.*_endpoint|.*_uris?|.*_expires_(in|at)|expires_in|password_?change.*)$/i;

const oneTime =
  /csrf|xsrf|authenticity|one.?time|nonce_?field|request_?verification|ticket|^execution$|^lt$/i;
const secret = /secret|passw|passphrase/i;
const token = /token/i;
const session = /session|^sid$|\.sid$|^j?sessionid$|interaction|transaction|^tx$|login_?challenge/i;
const key = /^(x-)?api[-_]?key$|^dpop$/i;

/** What a parameter, a member or a field of this name holds; null where it is for everybody's eyes. */
export function secretKindOf(name: string): SecretKind | null {
  const plain = name.toLowerCase();
  const known = Object.hasOwn(byName, plain) ? byName[plain] : undefined;
  if (known !== undefined) return known;
  if (open.test(plain)) return null;
  if (oneTime.test(plain)) return 'one-time value';
  if (secret.test(plain)) return plain.includes('client') ? 'client secret' : 'password';
  if (key.test(plain)) return 'credentials';
  if (session.test(plain)) return 'one-time value';
  return token.test(plain) ? 'token' : null;
}

/** A hidden field: as by its name, or a value that nobody could guess and that is no part of the request. */
export function hiddenKindOf(name: string, value: string): SecretKind | null {
  const kind = secretKindOf(name);
  if (kind !== null) return kind;
  const isOfTheRequest = /^(state|nonce|client_id|scope|response_(type|mode)|code_challenge.*|.*_uri)$/i.test(
    name,
  );
  const isUnguessable = /^[\w.+/=~-]{16,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
  return isUnguessable && !isOfTheRequest ? 'one-time value' : null;
}

const words = new Set(
  (
    'true false none null yes no on off get post code token bearer basic mac plain s256 error state ' +
    'authorization_code refresh_token client_credentials password implicit access_token id_token ' +
    'invalid_request invalid_client invalid_grant invalid_scope invalid_token unauthorized_client ' +
    'access_denied unsupported_response_type unsupported_grant_type server_error temporarily_unavailable ' +
    'insufficient_scope login_required consent_required interaction_required invalid_target'
  ).split(' '),
);

/** A word of the protocol is no secret, wherever it stands: a page may well say `"code": "invalid_grant"`. */
export function isWordOfTheProtocol(value: string): boolean {
  return words.has(value.toLowerCase());
}

/** An identifier such as a program gives to an error, not a code that opens something. */
export function looksLikeErrorCode(value: string): boolean {
  return (
    value.length <= 40 && /^([a-z]+([_-][a-z]+)*|[A-Z]+(_[A-Z]+)*|[A-Z]{1,4}-?\d{1,5}|\d{3})$/.test(value)
  );
}
