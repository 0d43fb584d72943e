/** Table of data: the faults of the toy, each with the scenarios that find it. */
import type { Target } from '../target/target.ts';
import type { VariantName } from './variants.ts';

/** One departure of the toy from the texts. */
export interface Fault {
  /** Where the sentence stands that it breaks. */
  breaks: string;
  /** What the toy does, in words. */
  by: string;
  /** The choice among the legal ones without which it would not show. */
  on?: VariantName;
  /** Milliseconds that the suite waits for an answer, where there is none. */
  timeout?: number;
  /** What the suite is told of the toy, where the fault lies in that. */
  target?: (target: Target) => Target;
  /** The scenarios that turn red by it. */
  kills: readonly string[];
  /** Those that turn amber, since the texts recommend or tolerate. */
  warns?: readonly string[];
  /** Why further scenarios turn as well, or learn nothing any more. Without a reason, all others stay as they were. */
  also?: string;
}

function withClient(role: keyof Target['clients'], change: object): (target: Target) => Target {
  return (target) => {
    const client = target.clients[role];
    return client === undefined
      ? target
      : { ...target, clients: { ...target.clients, [role]: { ...client, ...change } } };
  };
}

/** Every fault that the toy can have, and what the suite makes of it. */
export const faults = {
  // Authorization endpoint: which requests it takes
  'client-id-may-be-missing': {
    breaks: 'RFC 6749 §4.1.1',
    by: 'takes a request without client_id for that of some client',
    kills: [],
  },
  'ignores-case-of-client-id': {
    breaks: 'RFC 6749 §2.2',
    by: 'finds a client whose identifier differs in case',
    kills: [],
  },
  'client-identifiers-beyond-ascii': {
    breaks: 'RFC 6749 §A.1',
    by: 'has a client identifier with characters beyond ASCII',
    target: withClient('second_public', { client_id: 'toy-\u00e9' }),
    kills: [],
  },
  'client-secrets-beyond-ascii': {
    breaks: 'RFC 6749 §A.2',
    by: 'has a client secret with characters beyond ASCII',
    target: withClient('no_refresh_grant', { client_secret: 'secret-\u00e9' }),
    kills: [],
  },
  'redirects-for-unknown-client': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'sends the browser to the URI of a client that it does not know',
    kills: [],
  },
  'redirects-errors-to-unregistered-uri': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'sends an error to a redirect URI that is not registered',
    kills: [],
  },
  'breaks-on-untrusted-request': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'breaks where client or redirect URI are wrong',
    kills: [],
  },
  'response-type-may-be-missing': {
    breaks: 'RFC 6749 §3.1.1',
    by: 'takes a missing response_type for code',
    kills: [],
  },
  'unknown-response-type-means-code': {
    breaks: 'RFC 6749 §3.1.1',
    by: 'takes any response_type for code',
    kills: [],
  },
  'ignores-case-of-response-type': { breaks: 'RFC 6749 §3.1.1', by: 'takes CODE for code', kills: [] },
  'finds-code-in-response-type': {
    breaks: 'RFC 6749 §3.1.1',
    by: 'issues a code for a combination of response types that holds code',
    kills: [],
  },
  'finds-code-at-the-start-of-response-type': {
    breaks: 'RFC 6749 §3.1.1',
    by: 'minds the order of a composite response_type',
    kills: [],
  },
  'unknown-response-type-is-invalid-client': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'has a code of another endpoint for an unknown response_type',
    kills: [],
  },
  'authorization-endpoint-has-a-fragment': {
    breaks: 'RFC 6749 §3.1',
    by: 'is said to have an authorization endpoint with a fragment',
    target: (target) => ({ ...target, authorization_endpoint: `${target.authorization_endpoint}#here` }),
    kills: [],
  },
  'barred-client-gets-a-code': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'issues a code to a client that may not use the grant',
    kills: [],
  },
  'barred-client-is-access-denied': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'says access_denied to a client that may not use the grant',
    kills: [],
  },
  'refuses-unknown-parameters-at-authorization': {
    breaks: 'RFC 6749 §3.1',
    by: 'refuses a parameter that it does not know',
    kills: [],
  },
  'takes-first-of-repeated-at-authorization': {
    breaks: 'RFC 6749 §3.1',
    by: 'takes the first of two values',
    kills: [],
  },
  'takes-last-of-repeated-at-authorization': {
    breaks: 'RFC 6749 §3.1',
    by: 'takes the last of two values',
    kills: [],
  },
  'blank-response-type-is-a-value': {
    breaks: 'RFC 6749 §3.1',
    by: 'issues a code for a response_type without a value',
    kills: [],
  },
  'blank-redirect-uri-is-a-value': {
    breaks: 'RFC 6749 §3.1',
    by: 'compares a redirect_uri without a value',
    kills: [],
  },
  'blank-scope-is-a-value': { breaks: 'RFC 6749 §3.1', by: 'refuses a scope without a value', kills: [] },
  'blank-state-is-a-value': { breaks: 'RFC 6749 §3.1', by: 'returns a state without a value', kills: [] },
  'blank-challenge-is-a-value': {
    breaks: 'RFC 6749 §3.1',
    by: 'refuses a code_challenge without a value',
    kills: [],
  },
  'blank-method-is-a-value': {
    breaks: 'RFC 6749 §3.1',
    by: 'refuses a code_challenge_method without a value',
    on: 'plain-offered',
    kills: [],
  },
  'demands-state': { breaks: 'RFC 6749 §4.1.1', by: 'refuses a request without state', kills: [] },
  'ignores-body-of-authorization-post': {
    breaks: 'RFC 6749 §3.1',
    by: 'reads the query of a POST and not its body',
    kills: [],
  },
  'drops-encoded-spaces': {
    breaks: 'RFC 6749 appendix B',
    by: 'knows a space as a plus and not as %20',
    kills: [],
  },
  'breaks-on-authorization-post': { breaks: 'RFC 6749 §3.1', by: 'breaks on a POST', kills: [] },
  'hangs-on-unknown-response-type': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'never answers a request with an unknown response_type',
    timeout: 400,
    kills: [],
  },

  // Redirect URI
  'redirects-to-unregistered-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'sends codes wherever the request says',
    kills: [],
  },
  'prefix-matches-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes whatever begins with the registered URI',
    kills: [],
  },
  'truncated-redirect-uri-matches': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes a beginning of the registered URI',
    kills: [],
  },
  'ignores-scheme-of-redirect-uri': { breaks: 'RFC 6749 §3.1.2.3', by: 'takes another scheme', kills: [] },
  'ignores-case-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'compares without regard to case',
    kills: [],
  },
  'ignores-case-of-redirect-host': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'compares scheme and host without regard to case',
    kills: [],
  },
  'ignores-query-of-redirect-uri': { breaks: 'RFC 6749 §3.1.2.3', by: 'takes an added query', kills: [] },
  'ignores-order-of-redirect-query': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes the registered query in another order',
    kills: [],
  },
  'ignores-fragment-of-redirect-uri': { breaks: 'RFC 6749 §3.1.2', by: 'takes an added fragment', kills: [] },
  'ignores-port-of-redirect-uri': { breaks: 'RFC 6749 §3.1.2.3', by: 'takes any port', kills: [] },
  'ignores-default-port-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes the default port where none is registered',
    kills: [],
  },
  'ignores-userinfo-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes a user before the host',
    kills: [],
  },
  'ignores-trailing-slash-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes an added slash',
    kills: [],
  },
  'ignores-missing-slash-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes a URI without the slash that is registered',
    on: 'redirect-uris-end-with-a-slash',
    kills: [],
  },
  'ignores-repeated-slashes-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes two slashes for one',
    kills: [],
  },
  'ignores-path-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'compares scheme and host alone',
    kills: [],
  },
  'ignores-host-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'compares everything but the host',
    kills: [],
  },
  'ignores-path-parameters-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes path parameters behind a semicolon',
    kills: [],
  },
  'trims-redirect-uri': { breaks: 'RFC 6749 §3.1.2.3', by: 'takes white space around the URI', kills: [] },
  'drops-control-characters-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes control characters within the URI',
    kills: [],
  },
  'normalises-dot-segments-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'removes dot segments before it compares',
    kills: [],
  },
  'decodes-percent-encoding-of-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'decodes the URI once more before it compares',
    kills: [],
  },
  'takes-backslash-for-slash-in-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes a backslash for a slash',
    kills: [],
  },
  'matches-subdomains-of-redirect-host': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes any subdomain of the host',
    kills: [],
  },
  'matches-beginning-of-redirect-host': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes a host that only begins as the registered one',
    kills: [],
  },
  'finds-redirect-uri-anywhere': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes whatever contains the registered URI',
    kills: [],
  },
  'takes-redirect-uri-for-a-pattern': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes a dot of the registered URI for any character',
    kills: [],
  },
  'matches-redirect-uri-by-wildcard': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'takes every URI in the folder of the registered one',
    kills: [],
  },
  'parses-redirect-uri-before-comparing': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'compares what a URL parser makes of both',
    kills: [],
  },
  'picks-a-redirect-uri-where-several-are-registered': {
    breaks: 'RFC 6749 §3.1.2.3',
    by: 'uses the first URI where the request names none of several',
    kills: [],
  },
  'answers-at-the-first-redirect-uri': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'answers at the first registered URI, whichever was named',
    kills: [],
  },
  'drops-registered-query': {
    breaks: 'RFC 6749 §3.1.2',
    by: 'drops the query of the registered URI',
    kills: [],
  },
  'drops-registered-query-on-error': {
    breaks: 'RFC 6749 §3.1.2',
    by: 'drops the query of the registered URI from an error',
    kills: [],
  },
  'sorts-registered-query': { breaks: 'RFC 6749 §3.1.2', by: 'turns the registered query round', kills: [] },
  'decodes-registered-query': {
    breaks: 'RFC 6749 §3.1.2',
    by: 'loses an encoded space of the registered query',
    kills: [],
  },
  'drops-valueless-part-of-registered-query': {
    breaks: 'RFC 6749 §3.1.2',
    by: 'loses a name without a value from the registered query',
    kills: [],
  },
  'adds-second-question-mark': {
    breaks: 'RFC 6749 §3.1.2',
    by: 'adds a second question mark to a URI with a query',
    kills: [],
  },

  // state
  'forgets-state': { breaks: 'RFC 6749 §4.1.2', by: 'returns no state with a code', kills: [] },
  'forgets-state-on-error': { breaks: 'RFC 6749 §4.1.2.1', by: 'returns no state with an error', kills: [] },
  'forgets-state-on-denial': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'returns no state when the owner denies',
    kills: [],
  },
  'invents-state': { breaks: 'RFC 6749 §4.1.2', by: 'returns a state where none was sent', kills: [] },
  'sends-state-twice': { breaks: 'RFC 6749 §3.1', by: 'returns the state twice', kills: [] },
  'collapses-spaces-of-state': { breaks: 'RFC 6749 §4.1.2', by: 'makes one space of several', kills: [] },
  'trims-state': { breaks: 'RFC 6749 §4.1.2', by: 'trims the state', kills: [] },
  'truncates-very-long-state': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'cuts the state after 500 characters',
    kills: [],
  },
  'lowers-case-of-state': { breaks: 'RFC 6749 §4.1.2', by: 'puts the state into lower case', kills: [] },
  'double-encodes-state': { breaks: 'RFC 6749 §4.1.2', by: 'encodes the state twice', kills: [] },
  'decodes-state-twice': { breaks: 'RFC 6749 §4.1.2', by: 'decodes the state once more', kills: [] },
  'escapes-state-for-html': { breaks: 'RFC 6749 §4.1.2', by: 'escapes the state as for HTML', kills: [] },
  'plus-becomes-space-in-state': { breaks: 'RFC 6749 §4.1.2', by: 'turns a plus into a space', kills: [] },
  'space-becomes-plus-in-state': { breaks: 'RFC 6749 §4.1.2', by: 'turns a space into a plus', kills: [] },
  'cuts-state-at-ampersand': { breaks: 'RFC 6749 §4.1.2', by: 'cuts the state at an ampersand', kills: [] },
  'cuts-state-at-hash': { breaks: 'RFC 6749 §4.1.2', by: 'cuts the state at a hash', kills: [] },
  'cuts-state-at-equals-sign': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'cuts the state at an equals sign',
    kills: [],
  },
  'drops-quotes-of-state': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'drops quotes and backslashes of the state',
    kills: [],
  },
  'drops-markup-of-state': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'drops what looks like markup from the state',
    kills: [],
  },
  'drops-padding-of-state': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'drops equals signs at the end of the state',
    kills: [],
  },
  'reads-state-as-number': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'reads a state of digits as a number',
    kills: [],
  },
  'writes-state-as-json': { breaks: 'RFC 6749 §4.1.2', by: 'reads a state that looks like JSON', kills: [] },
  'keeps-only-word-characters-of-state': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'drops everything but word characters',
    kills: [],
  },
  'sends-parameters-unencoded': {
    breaks: 'RFC 6749 appendix B',
    by: 'writes the parameters of the answer as they are',
    kills: [],
  },

  // Authorization response
  'answers-in-fragment': { breaks: 'RFC 6749 §4.1.2', by: 'puts the code into the fragment', kills: [] },
  'answers-errors-in-fragment': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'puts the error into the fragment',
    kills: [],
  },
  'omits-code': { breaks: 'RFC 6749 §4.1.2', by: 'comes back without a code', kills: [] },
  'issues-empty-code': { breaks: 'RFC 6749 §4.1.2', by: 'comes back with an empty code', kills: [] },
  'sends-two-codes': { breaks: 'RFC 6749 §3.1', by: 'comes back with two codes', kills: [] },
  'sends-error-beside-code': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'comes back with a code and an error',
    kills: [],
  },
  'sends-token-beside-code': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'comes back with a code and an access token',
    kills: [],
  },
  'sends-challenge-beside-code': { breaks: 'RFC 7636 §4.4', by: 'comes back with the challenge', kills: [] },
  'adds-parameter-with-odd-name': {
    breaks: 'RFC 6749 §8.2',
    by: 'comes back with a parameter whose name has a space',
    kills: [],
  },
  'repeats-its-form-at-the-client': {
    breaks: 'RFC 6749 §1.7',
    by: 'lets the browser send the form of the consent page on to the client',
    kills: [],
  },
  'shows-state-unescaped': {
    breaks: 'RFC 6749 §10.14',
    by: 'writes the state into its page as it is',
    kills: [],
  },
  'sends-code-beside-error': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'comes back with an error and a code',
    kills: [],
  },
  'counts-codes': { breaks: 'RFC 6749 §10.10', by: 'issues consecutive codes', kills: [] },
  'draws-short-codes': { breaks: 'RFC 6749 §10.10', by: 'issues codes that can be guessed', kills: [] },
  'derives-codes-from-clock': {
    breaks: 'RFC 6749 §10.10',
    by: 'issues codes that vary with the time alone',
    kills: [],
  },
  'repeats-codes': { breaks: 'RFC 6749 §4.1.2', by: 'issues the same code again', kills: [] },
  'issues-code-with-odd-characters': {
    breaks: 'RFC 6749 §A.11',
    by: 'issues codes with characters beyond ASCII',
    kills: [],
  },
  'issues-code-before-sign-in': {
    breaks: 'RFC 6749 §3.1',
    by: 'issues a code to a browser that nobody has signed in to',
    kills: [],
  },
  'ignores-denial': { breaks: 'RFC 6749 §4.1.2.1', by: 'issues a code although the owner denies', kills: [] },
  'shows-page-for-denial': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'keeps the browser on a page when the owner denies',
    kills: [],
  },
  'denial-is-invalid-request': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'says invalid_request when the owner denies',
    kills: [],
  },
  'shows-page-instead-of-error-redirect': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'keeps the browser on a page for every error',
    kills: [],
  },
  'shows-page-for-every-scope-error': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'keeps the browser on a page for a wrong scope',
    kills: [],
  },
  'answers-errors-with-a-server-error': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'answers 500 in place of an error redirect',
    kills: [],
  },
  'misnames-every-authorization-error': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'has one error code of its own for everything',
    kills: [],
  },
  'repeats-error': { breaks: 'RFC 6749 §3.1', by: 'comes back with two errors', kills: [] },
  'quotes-in-authorization-description': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'has quotes in error_description',
    kills: [],
  },
  'accents-in-authorization-description': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'has characters beyond ASCII in error_description',
    kills: [],
  },
  'reflects-scope-in-description': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'quotes the scope in error_description',
    kills: [],
  },
  'spaces-in-authorization-error-uri': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'has spaces in error_uri',
    kills: [],
  },

  // Scope
  'always-grants-the-default-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'grants another scope than was asked for, and says so',
    kills: [],
  },
  'takes-malformed-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'takes a scope with illegal characters',
    kills: [],
  },
  'reads-scope-by-commas': {
    breaks: 'RFC 6749 §3.3',
    by: 'takes commas for the separators of a scope',
    kills: [],
  },
  'grants-unknown-scope': { breaks: 'RFC 6749 §3.3', by: 'grants a scope that it does not know', kills: [] },
  'drops-unknown-scope-silently': {
    breaks: 'RFC 6749 §3.3',
    by: 'grants less than was asked for',
    kills: [],
  },
  'unknown-scope-is-invalid-request': {
    breaks: 'RFC 6749 §4.1.2.1',
    by: 'says invalid_request for an unknown scope',
    kills: [],
  },
  'ignores-case-of-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'compares scopes without regard to case',
    kills: [],
  },

  // Token endpoint: the request
  'takes-token-request-by-get': { breaks: 'RFC 6749 §3.2', by: 'takes a token request by GET', kills: [] },
  'takes-parameters-of-token-url': {
    breaks: 'RFC 6749 §3.2',
    by: 'takes parameters from the URL',
    kills: [],
  },
  'takes-credentials-of-token-url': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'takes credentials from the URL',
    kills: [],
  },
  'token-endpoint-has-a-fragment': {
    breaks: 'RFC 6749 §3.2',
    by: 'is said to have a token endpoint with a fragment',
    target: (target) => ({ ...target, token_endpoint: `${target.token_endpoint}#here` }),
    kills: [],
  },
  'breaks-on-another-method': { breaks: 'RFC 6749 §3.2', by: 'breaks on another method', kills: [] },
  'takes-first-of-repeated-at-token': {
    breaks: 'RFC 6749 §3.2',
    by: 'takes the first of two values',
    kills: [],
  },
  'takes-last-of-repeated-at-token': {
    breaks: 'RFC 6749 §3.2',
    by: 'takes the last of two values',
    kills: [],
  },
  'refuses-unknown-parameters-at-token': {
    breaks: 'RFC 6749 §3.2',
    by: 'refuses a parameter that it does not know',
    kills: [],
  },
  'blank-grant-type-is-a-value': {
    breaks: 'RFC 6749 §3.2',
    by: 'takes a grant_type without a value for that of a code',
    kills: [],
  },
  'blank-redirect-uri-is-a-value-at-token': {
    breaks: 'RFC 6749 §3.2',
    by: 'compares a redirect_uri without a value',
    kills: [],
  },
  'blank-verifier-is-a-value': {
    breaks: 'RFC 6749 §3.2',
    by: 'compares a code_verifier without a value',
    kills: [],
  },
  'blank-scope-is-a-value-at-token': {
    breaks: 'RFC 6749 §3.2',
    by: 'refuses a scope without a value',
    kills: [],
  },
  'blank-secret-is-a-value': {
    breaks: 'RFC 6749 §3.2',
    by: 'takes a secret without a value for the right one',
    kills: [],
  },
  'grant-type-may-be-missing': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes a missing grant_type for that of a code',
    kills: [],
  },
  'unknown-grant-means-code': {
    breaks: 'RFC 6749 §5.2',
    by: 'takes any grant_type for that of a code',
    kills: [],
  },
  'ignores-case-of-grant-type': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'compares grant_type without regard to case',
    kills: [],
  },
  'hangs-on-unknown-grant': {
    breaks: 'RFC 6749 §5.2',
    by: 'never answers a request with an unknown grant_type',
    timeout: 400,
    kills: [],
  },
  'breaks-on-token-error': {
    breaks: 'RFC 6749 §5.2',
    by: 'breaks on every request that it refuses',
    kills: [],
  },

  // Client authentication
  'takes-missing-secret': {
    breaks: 'RFC 6749 §3.2.1',
    by: 'takes the name of a confidential client for proof',
    kills: [],
  },
  'takes-wrong-secret-of-basic': { breaks: 'RFC 6749 §2.3.1', by: 'takes any secret by Basic', kills: [] },
  'takes-wrong-secret-of-body': { breaks: 'RFC 6749 §2.3.1', by: 'takes any secret in the body', kills: [] },
  'ignores-case-of-secret': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'compares secrets without regard to case',
    kills: [],
  },
  'compares-beginning-of-secret': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'takes a beginning of the secret',
    kills: [],
  },
  'ignores-rest-of-secret': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'takes whatever begins with the secret',
    kills: [],
  },
  'takes-secret-of-public-client': {
    breaks: 'RFC 6749 §2.3',
    by: 'takes any secret from a client that has none',
    kills: [],
  },
  'takes-two-methods': {
    breaks: 'RFC 6749 §2.3',
    by: 'takes two methods of authentication at once',
    kills: [],
  },
  'ignores-authorization-header': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'knows credentials in the body alone',
    kills: [],
  },
  'does-not-decode-basic': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'takes the halves of Basic as they are',
    kills: [],
  },
  'minds-case-of-basic': {
    breaks: 'RFC 6749 §2.3.1',
    by: 'knows the scheme in one spelling only',
    kills: [],
  },
  'breaks-on-malformed-basic': { breaks: 'RFC 6749 §5.2', by: 'breaks on Basic without a colon', kills: [] },
  'breaks-on-broken-escape': {
    breaks: 'RFC 6749 §5.2',
    by: 'breaks on a body with a broken escape',
    kills: [],
  },
  'believes-body-over-header': {
    breaks: 'RFC 6749 §3.2.1',
    by: 'acts for the client of the body and not for the one that proved itself',
    kills: [],
  },
  'ignores-client-id-beside-header': {
    breaks: 'RFC 6749 §3.2.1',
    by: 'overlooks another client_id beside Basic',
    kills: [],
  },
  'refuses-client-id-beside-header': {
    breaks: 'RFC 6749 §2.3',
    by: 'refuses the same client_id beside Basic',
    kills: [],
  },
  'invalid-client-without-challenge': {
    breaks: 'RFC 6749 §5.2',
    by: 'answers 401 without a challenge',
    kills: [],
  },
  'challenges-with-another-scheme': {
    breaks: 'RFC 6749 §5.2',
    by: 'challenges with another scheme than the client used',
    kills: [],
  },
  '400-for-failed-basic': { breaks: 'RFC 6749 §5.2', by: 'answers 400 when Basic fails', kills: [] },
  '403-for-invalid-client': {
    breaks: 'RFC 6749 §5.2',
    by: 'answers 403 when a client fails to prove itself',
    kills: [],
  },
  'invalid-client-is-unauthorized-client': {
    breaks: 'RFC 6749 §5.2',
    by: 'says unauthorized_client for invalid_client',
    kills: [],
  },

  // Code
  'takes-any-code': { breaks: 'RFC 6749 §4.1.3', by: 'takes any code for one that it issued', kills: [] },
  'takes-code-twice': { breaks: 'RFC 6749 §4.1.2', by: 'takes a code again', kills: [] },
  'keeps-tokens-after-replay': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'lets tokens live whose code came again',
    kills: [],
  },
  'takes-code-of-another-client': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes a code of another confidential client',
    kills: [],
  },
  'takes-code-of-another-public-client': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes a code of another public client',
    kills: [],
  },
  'foreign-code-is-invalid-client': {
    breaks: 'RFC 6749 §5.2',
    by: 'says invalid_client for a code of another client',
    kills: [],
  },
  'skips-redirect-uri-of-exchange': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes any redirect_uri in the exchange',
    kills: [],
  },
  'redirect-uri-may-be-missing-in-exchange': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'lets redirect_uri be left out of the exchange',
    kills: [],
  },
  'demands-redirect-uri-in-every-exchange': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'wants redirect_uri in the exchange although it was not sent before',
    kills: [],
  },
  'takes-any-registered-uri-in-exchange': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes another registered redirect_uri in the exchange',
    kills: [],
  },
  'ignores-case-of-exchanged-redirect-uri': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'compares without regard to case in the exchange',
    kills: [],
  },
  'ignores-slash-of-exchanged-redirect-uri': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes an added slash in the exchange',
    kills: [],
  },
  'ignores-query-of-exchanged-redirect-uri': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes an added query in the exchange',
    kills: [],
  },
  'prefix-matches-exchanged-redirect-uri': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes whatever begins with the URI in the exchange',
    kills: [],
  },
  'compares-host-of-exchanged-redirect-uri': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'compares hosts alone in the exchange',
    kills: [],
  },
  'breaks-on-unknown-code': {
    breaks: 'RFC 6749 §5.2',
    by: 'breaks on a code that it does not know',
    kills: [],
  },

  // Token response
  'answers-tokens-with-201': { breaks: 'RFC 6749 §5.1', by: 'answers 201', kills: [] },
  'issues-empty-access-token': { breaks: 'RFC 6749 §5.1', by: 'issues an empty access token', kills: [] },
  'omits-token-type': { breaks: 'RFC 6749 §5.1', by: 'leaves token_type out', kills: [] },
  'token-type-is-no-string': { breaks: 'RFC 6749 §5.1', by: 'has a number for token_type', kills: [] },
  'expires-in-is-a-string': { breaks: 'RFC 6749 §5.1', by: 'has text for expires_in', kills: [] },
  'expires-in-is-a-date': { breaks: 'RFC 6749 §5.1', by: 'has a date for expires_in', kills: [] },
  'expires-in-is-negative': { breaks: 'RFC 6749 §A.14', by: 'has a negative expires_in', kills: [] },
  'refresh-token-is-null': {
    breaks: 'RFC 6749 §5.1',
    by: 'has null for a refresh token that it does not issue',
    kills: [],
  },
  'refresh-token-for-barred-client': {
    breaks: 'RFC 6749 §4.1.4',
    by: 'issues a refresh token to a client that may not use it',
    kills: [],
  },
  'scope-is-a-list': { breaks: 'RFC 6749 §5.1', by: 'has a list for scope', kills: [] },
  'scope-is-separated-by-commas': { breaks: 'RFC 6749 §3.3', by: 'separates scopes by commas', kills: [] },
  'says-nothing-of-another-scope': {
    breaks: 'RFC 6749 §5.1',
    by: 'leaves out a scope that differs from the request',
    kills: [],
  },
  'omits-no-store': { breaks: 'RFC 6749 §5.1', by: 'leaves Cache-Control out', kills: [] },
  'no-cache-for-no-store': { breaks: 'RFC 6749 §5.1', by: 'has no-cache in place of no-store', kills: [] },
  'omits-pragma': { breaks: 'RFC 6749 §5.1', by: 'leaves Pragma out', kills: [] },
  'mislabels-tokens': { breaks: 'RFC 6749 §5.1', by: 'calls the answer HTML', kills: [] },
  'mislabels-tokens-as-javascript': { breaks: 'RFC 6749 §5.1', by: 'calls the answer a script', kills: [] },
  'repeats-token-member': { breaks: 'RFC 6749 §5.1', by: 'has a member twice', kills: [] },
  'wraps-tokens': { breaks: 'RFC 6749 §5.1', by: 'puts the members one level down', kills: [] },
  'puts-token-into-cookie': {
    breaks: 'RFC 6750 §5.2',
    by: 'puts the access token into a cookie too',
    kills: [],
  },
  'counts-access-tokens': { breaks: 'RFC 6749 §10.10', by: 'issues consecutive access tokens', kills: [] },
  'draws-short-access-tokens': {
    breaks: 'RFC 6749 §10.10',
    by: 'issues access tokens that can be guessed',
    kills: [],
  },
  'repeats-access-tokens': { breaks: 'RFC 6749 §10.10', by: 'issues the same access token again', kills: [] },
  'issues-access-token-with-odd-characters': {
    breaks: 'RFC 6749 §A.12',
    by: 'issues access tokens with characters beyond ASCII',
    kills: [],
  },
  'counts-refresh-tokens': { breaks: 'RFC 6749 §10.10', by: 'issues consecutive refresh tokens', kills: [] },
  'draws-short-refresh-tokens': {
    breaks: 'RFC 6749 §10.10',
    by: 'issues refresh tokens that can be guessed',
    kills: [],
  },
  'issues-refresh-token-with-odd-characters': {
    breaks: 'RFC 6749 §A.17',
    by: 'issues refresh tokens with characters beyond ASCII',
    kills: [],
  },

  // Token errors
  'answers-errors-with-200': { breaks: 'RFC 6749 §5.2', by: 'answers every error with 200', kills: [] },
  '401-for-invalid-grant': { breaks: 'RFC 6749 §5.2', by: 'answers 401 for invalid_grant', kills: [] },
  '500-for-invalid-grant': { breaks: 'RFC 6749 §5.2', by: 'answers 500 for invalid_grant', kills: [] },
  '403-for-invalid-scope': { breaks: 'RFC 6749 §5.2', by: 'answers 403 for invalid_scope', kills: [] },
  '403-for-unauthorized-client': {
    breaks: 'RFC 6749 §5.2',
    by: 'answers 403 for unauthorized_client',
    kills: [],
  },
  'error-as-object': { breaks: 'RFC 6749 §5.2', by: 'has an object for error', kills: [] },
  'error-under-another-name': {
    breaks: 'RFC 6749 §5.2',
    by: 'calls the member error by another name',
    kills: [],
  },
  'invalid-grant-is-invalid-request': {
    breaks: 'RFC 6749 §5.2',
    by: 'says invalid_request for invalid_grant',
    kills: [],
  },
  'unknown-grant-is-invalid-grant': {
    breaks: 'RFC 6749 §5.2',
    by: 'says invalid_grant for an unknown grant_type',
    kills: [],
  },
  'scope-error-is-invalid-grant': {
    breaks: 'RFC 6749 §5.2',
    by: 'says invalid_grant for invalid_scope',
    kills: [],
  },
  'barred-grant-is-invalid-grant': {
    breaks: 'RFC 6749 §5.2',
    by: 'says invalid_grant for unauthorized_client',
    kills: [],
  },
  'invalid-request-is-invalid-grant': {
    breaks: 'RFC 6749 §5.2',
    by: 'says invalid_grant for invalid_request',
    kills: [],
  },
  'quotes-in-token-description': {
    breaks: 'RFC 6749 §5.2',
    by: 'has quotes in error_description',
    kills: [],
  },
  'accents-in-token-description': {
    breaks: 'RFC 6749 §5.2',
    by: 'has characters beyond ASCII in error_description',
    kills: [],
  },
  'line-breaks-in-token-description': {
    breaks: 'RFC 6749 §5.2',
    by: 'has a line break in error_description',
    kills: [],
  },
  'reflects-input-in-token-description': {
    breaks: 'RFC 6749 §5.2',
    by: 'quotes what was sent in error_description',
    kills: [],
  },
  'spaces-in-token-error-uri': { breaks: 'RFC 6749 §5.2', by: 'has spaces in error_uri', kills: [] },
  'answers-errors-in-html': { breaks: 'RFC 6749 §5.2', by: 'answers errors with a page', kills: [] },
  'mislabels-errors': { breaks: 'RFC 6749 §5.2', by: 'calls its errors plain text', kills: [] },
  'errors-without-media-type': { breaks: 'RFC 6749 §5.2', by: 'does not say what its errors are', kills: [] },
  'repeats-error-member': { breaks: 'RFC 6749 §5.2', by: 'has error twice', kills: [] },

  // Refresh
  'takes-any-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'takes any refresh token for one that it issued',
    kills: [],
  },
  'takes-access-token-for-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'takes an access token for a refresh token',
    kills: [],
  },
  'takes-code-for-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'takes a code for a refresh token',
    kills: [],
  },
  'takes-refresh-token-of-another-client': {
    breaks: 'RFC 6749 §6',
    by: 'takes a refresh token of another confidential client',
    kills: [],
  },
  'takes-refresh-token-of-another-public-client': {
    breaks: 'RFC 6749 §6',
    by: 'takes a refresh token of another public client',
    kills: [],
  },
  'refreshes-revoked-grants': { breaks: 'RFC 6749 §4.1.2', by: 'refreshes a grant that is over', kills: [] },
  'hands-back-used-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'hands back a refresh token that it takes no more',
    kills: [],
  },
  'widens-scope-on-refresh': {
    breaks: 'RFC 6749 §6',
    by: 'grants more on refresh than the owner gave',
    kills: [],
  },
  'refuses-narrower-scope': { breaks: 'RFC 6749 §6', by: 'refuses a narrower scope on refresh', kills: [] },
  'narrows-rotated-token': {
    breaks: 'RFC 6749 §6',
    by: 'shrinks the scope of the refresh token with that of the access token',
    kills: [],
  },
  'claims-narrower-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'grants the whole scope where less was asked for, and claims less',
    kills: [],
  },

  // PKCE
  'pkce-ignored': { breaks: 'RFC 7636 §4.6', by: 'ignores challenge and verifier', kills: [] },
  'pkce-only-when-sent': {
    breaks: 'RFC 7636 §4.6',
    by: 'checks a verifier only where there is one',
    kills: [],
  },
  'pkce-downgrade': {
    breaks: 'RFC 7636 §4.6',
    by: 'takes a verifier where there was no challenge',
    kills: [],
  },
  'lets-compulsory-challenge-be-left-out': {
    breaks: 'RFC 7636 §4.4.1',
    by: 'issues a code without the challenge that it is said to want',
    on: 'pkce-compulsory',
    kills: [],
  },
  'pkce-for-public-clients-only': {
    breaks: 'RFC 7636 §4.6',
    by: 'checks the verifier of public clients alone',
    kills: [],
  },
  'takes-any-verifier': { breaks: 'RFC 7636 §4.6', by: 'takes any verifier', kills: [] },
  'takes-any-plain-verifier': {
    breaks: 'RFC 7636 §4.6',
    by: 'takes any verifier of a plain challenge',
    on: 'plain-offered',
    kills: [],
  },
  'takes-no-plain-verifier': {
    breaks: 'RFC 7636 §4.6',
    by: 'refuses the right verifier of a plain challenge',
    on: 'plain-offered',
    kills: [],
  },
  'takes-challenge-for-verifier': {
    breaks: 'RFC 7636 §4.6',
    by: 'takes the challenge for the verifier',
    kills: [],
  },
  'takes-malformed-challenge': { breaks: 'RFC 7636 §4.2', by: 'takes a challenge of any form', kills: [] },
  'defaults-to-s256': {
    breaks: 'RFC 7636 §4.3',
    by: 'takes a challenge without a method for S256',
    on: 'plain-offered',
    kills: [],
  },
  'unknown-method-means-plain': {
    breaks: 'RFC 7636 §4.4.1',
    by: 'takes an unknown method for plain',
    kills: [],
  },
  'ignores-case-of-method': { breaks: 'RFC 7636 §4.3', by: 'knows s256 for S256', kills: [] },
  'hashes-to-padded-base64': { breaks: 'RFC 7636 §4.6', by: 'wants another encoding of the hash', kills: [] },
  'ignores-case-of-challenge': {
    breaks: 'RFC 7636 §4.6',
    by: 'compares the hash without regard to case',
    kills: [],
  },
  'wrong-verifier-is-invalid-request': {
    breaks: 'RFC 7636 §4.6',
    by: 'says invalid_request for a wrong verifier',
    kills: [],
  },
  'takes-refused-plain': {
    breaks: 'RFC 7636 §4.4.1',
    by: 'takes plain although it does not offer it',
    kills: [],
  },

  // Bearer tokens
  'opens-without-token': { breaks: 'RFC 6750 §3', by: 'opens without a token', kills: [] },
  'opens-for-any-token': { breaks: 'RFC 6750 §3.1', by: 'opens for any token', kills: [] },
  'opens-for-refresh-token': { breaks: 'RFC 6750 §3.1', by: 'opens for a refresh token', kills: [] },
  'compares-beginning-of-token': {
    breaks: 'RFC 6750 §3.1',
    by: 'opens for what begins with a token',
    kills: [],
  },
  'honours-revoked-tokens': {
    breaks: 'RFC 6750 §3.1',
    by: 'opens for a token whose grant is over',
    kills: [],
  },
  'ignores-scope-at-resource': {
    breaks: 'RFC 6750 §3.1',
    by: 'opens for a token without the scope',
    kills: [],
  },
  'minds-case-of-bearer': { breaks: 'RFC 6750 §2.1', by: 'knows the scheme in one spelling only', kills: [] },
  'takes-token-of-any-scheme': { breaks: 'RFC 6750 §2.1', by: 'takes a token by any scheme', kills: [] },
  'takes-several-bearer-tokens': {
    breaks: 'RFC 6750 §2',
    by: 'takes a token by two methods at once',
    kills: [],
  },
  'takes-malformed-bearer-for-none': {
    breaks: 'RFC 6750 §3.1',
    by: 'takes a malformed header for none',
    kills: [],
  },
  'reads-token-from-body-of-get': {
    breaks: 'RFC 6750 §2.2',
    by: 'takes a token from the body of a GET',
    kills: [],
  },
  'takes-no-token-in-form': {
    breaks: 'RFC 6750 §2.2',
    by: 'knows the header alone, although it is said to know the form',
    kills: [],
  },
  'breaks-on-unknown-token': {
    breaks: 'RFC 6750 §3.1',
    by: 'breaks on a token that it does not know',
    kills: [],
  },
  'refuses-without-challenge': {
    breaks: 'RFC 6750 §3',
    by: 'answers 401 without a challenge where there is no token',
    kills: [],
  },
  'invalid-token-without-challenge': {
    breaks: 'RFC 6750 §3',
    by: 'answers 401 without a challenge where the token is wrong',
    kills: [],
  },
  'refuses-scope-without-challenge': {
    breaks: 'RFC 6750 §3',
    by: 'answers 403 without a challenge',
    kills: [],
  },
  'challenges-with-basic-at-resource': { breaks: 'RFC 6750 §3', by: 'challenges with Basic', kills: [] },
  'challenges-without-parameters': {
    breaks: 'RFC 6750 §3',
    by: 'has no parameter in its challenge',
    kills: [],
  },
  'repeats-challenge-parameter': {
    breaks: 'RFC 6750 §3',
    by: 'has a parameter of the challenge twice',
    kills: [],
  },
  'names-an-error-without-token': {
    breaks: 'RFC 6750 §3.1',
    by: 'names an error where there was no token',
    kills: [],
  },
  'sends-browser-to-sign-in': {
    breaks: 'RFC 6750 §3',
    by: 'sends a client without a token to the sign-in page',
    kills: [],
  },
  '403-without-token': { breaks: 'RFC 6750 §3', by: 'answers 403 where there is no token', kills: [] },
  '403-for-invalid-token': { breaks: 'RFC 6750 §3.1', by: 'answers 403 where the token is wrong', kills: [] },
  '401-for-insufficient-scope': {
    breaks: 'RFC 6750 §3.1',
    by: 'answers 401 where the scope is too small',
    kills: [],
  },
  'calls-invalid-token-invalid-request': {
    breaks: 'RFC 6750 §3.1',
    by: 'says invalid_request for invalid_token',
    kills: [],
  },
  'calls-insufficient-scope-invalid-token': {
    breaks: 'RFC 6750 §3.1',
    by: 'says invalid_token for insufficient_scope',
    kills: [],
  },
  '403-for-malformed-bearer-request': {
    breaks: 'RFC 6750 §3.1',
    by: 'answers 403 where the request is malformed',
    kills: [],
  },
  'reflects-token-in-challenge': {
    breaks: 'RFC 6750 §5.2',
    by: 'quotes the token in its challenge',
    kills: [],
  },
  'odd-characters-in-challenge-description': {
    breaks: 'RFC 6750 §3',
    by: 'has illegal characters in error_description',
    kills: [],
  },
  'lets-resource-be-stored': {
    breaks: 'RFC 6750 §2.3',
    by: 'lets the answer for a token of the URL be stored by any cache',
    on: 'token-in-url-taken',
    kills: [],
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;
