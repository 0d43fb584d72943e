/**
 * Table of data: what a scenario can complain of, by the words of the expectation that did not hold. Each fault names its
 * symptoms, and a scenario that turns for another reason is not turned by that fault.
 */
export const symptoms = {
  'a token where none is due':
    /^no token in the answer|^no access$|^URLs without tokens|^cookies without tokens|^no `access_token`/,
  'a code where none is due': /^no `code`|^neither a code/,
  'no code': /^a redirect to the redirect URI with one `code`/,
  'another state': /`state`/,
  'no such error at the client':
    /^a redirect to the redirect URI with `error`|^an answer at the redirect URI|at the authorization endpoint$/,
  'a lifetime beside the code': /^no `expires_in` beside the code/,
  'code and error': /^no `error` beside the code/,
  'an answer outside the query': /^the parameters of the answer in the query|^nothing of the answer in/,
  'a parameter twice': /^each parameter of the answer once/,
  'another query of the client': /^the query (?:of the redirect URI|in the spelling)/,
  'no page of the server': /^a page of the server|^a page that tells/,
  'a server error': /^an answer without a server error|^no server error/,
  'a value that gets out': /^headers that no value|^pages that show|^an answer without the challenge/,
  'a repeated form': /^a redirect that turns POST into GET/,
  'a difference between blank and left out': /^the answer to a request without/,
  'a difference by order': /^the answer to `/,
  'no such error in the answer': /^an error response with|^an `error` of printable/,
  'another status': /^(?:a )?status /,
  'another media type': /^the media type|^one JSON object/,
  'a malformed description': /^`error_description` of|^`error_description` or|^`error_uri`/,
  'a malformed member':
    /^an? `(?:access_token|token_type|expires_in)`|^`(?:expires_in|refresh_token|access_token)`, |^each member once|^`token_type` of/,
  'a malformed value': /of printable ASCII$|^names of letters|_supported`/,
  'another scope': /scope/,
  'something to guess': /^.* with room for|all different$|^another access token|^another `client_id`/,
  'a token that lives or dies': /^an access token that is no longer|^a live access token/,
  'no challenge':
    /^a `Bearer` challenge|WWW-Authenticate|in the challenge$|^a parameter after|once at most$|^a challenge/,
  'an answer that may be stored': /Cache-Control|Pragma/,
  'a URL with a fragment': /fragment$|without `#`$/,
  'a client without a redirect URI': /client without a redirect URI$/,
  'a page or an endpoint without TLS': /^https at|^pages by https/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Symptom = keyof typeof symptoms;

/** What the words of an expectation that did not hold complain of; undefined where the table does not know them. */
export function symptomOf(expected: string): Symptom | undefined {
  return (Object.keys(symptoms) as Symptom[]).find((name) => symptoms[name].test(expected));
}
