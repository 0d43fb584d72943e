import type { Finding } from '../model/finding.ts';

export interface Clue {
  /** Of the scenario's id. */
  id?: RegExp;
  expected?: RegExp;
  received?: RegExp;
  /** Where such a thing usually comes from, and what to look at. */
  cause: string;
}

/** From the particular to the general; the first one that fits is told. */
export const clues: readonly Clue[] = [
  {
    received: /no answer in time|still on the way/,
    cause:
      'The server keeps the connection open without answering. Look for a promise that is never settled or an error that nobody catches on this path.',
  },
  {
    received: /connection re(set|fused)|not HTTP|socket hang up/,
    cause:
      'The server closed the connection in the middle. An exception that ends the process or the worker looks like this; see its log at this moment.',
  },
  {
    received: /status 5\d\d/,
    cause:
      'An exception reached the framework. A value that is missing, repeated or of another kind than expected is passed on without a check; the log of the server has the place.',
  },
  {
    id: /den(y|ies|ied)/,
    expected: /`state`/,
    received: /no `state`/,
    cause:
      'The answer to a refusal is built by the consent page, which does not know the state any more. Keep it with the pending request and build this redirect as all others.',
  },
  {
    id: /4\.1\.2\.1|error/,
    expected: /`state`/,
    received: /no `state`/,
    cause:
      'State is read from the validated request, which does not exist when validation fails. Read it from the raw parameters before anything else, and give it to the code that builds error redirects.',
  },
  {
    expected: /`state`/,
    received: /no `state`/,
    cause:
      'State is not kept across sign-in and consent, or not handed to the code that builds the redirect. Store it with the pending request.',
  },
  {
    expected: /`state`/,
    received: /`state` is/,
    cause:
      'State is decoded or encoded once too often, trimmed, escaped for HTML, or put into the URL by hand. Keep the decoded value and let one URL builder encode it once.',
  },
  {
    expected: /since none was sent/,
    cause:
      'An empty or missing state is copied into the answer. Leave the parameter out where the request had none.',
  },
  {
    expected: /page of the server|no `code` anywhere/,
    received: /URI of the request|redirect URI with|was sent to|was issued/,
    cause:
      'One path answers all errors with a redirect. Check client_id and redirect_uri first, each against what is registered, and answer those two with a page of your own; only later checks may redirect.',
  },
  {
    expected: /a redirect to the redirect URI with `error`/,
    received: /stayed on a page/,
    cause:
      'One path answers all errors with a page. Once client_id and redirect_uri are known to be right, every other error belongs to the client: redirect with error and state.',
  },
  {
    expected: /no `code`/,
    cause:
      'The check comes after the code is issued, or is not made at all. Validate the whole request before anything is created.',
  },
  {
    id: /repeated/,
    expected: /no token/,
    cause:
      'The parser of the body keeps the first or the last of several values, or a list of them. Look at what came on the wire, and refuse a parameter that stands there twice before anything is looked up.',
  },
  {
    id: /redirect-uri/,
    expected: /no token/,
    cause:
      'The redirect URI of the authorization request is not stored with the code, or not compared when the code comes back. Keep whether it was sent, and its exact text; compare by equality.',
  },
  {
    id: /replay|twice|reuse|redeemed/,
    expected: /no token/,
    cause:
      'The code is not marked as used, or it is marked after the tokens are made. Mark it in the same atomic step that reads it.',
  },
  {
    id: /verifier|code-challenge|pkce|rfc7636/,
    expected: /no token/,
    cause:
      'The check of the verifier is skipped when a value is missing or when the client has a secret. The challenge stored with the code alone decides: if there is one, a matching verifier is compulsory; if there is none, a verifier is refused.',
  },
  {
    id: /client|authenticat|secret/,
    expected: /no token/,
    cause:
      'The client is not authenticated, or the code or token is not compared with the client it was issued to. Do both, for public clients by client_id.',
  },
  {
    id: /refresh|rfc6749\/6\//,
    expected: /no token/,
    cause:
      'The refresh token is looked up by its value only. Compare its client and its scope with those of the request before a new one is made.',
  },
  {
    expected: /no token/,
    cause:
      'The check is missing, or made after the tokens are issued. Everything that can refuse the request comes first.',
  },
  {
    expected: /no-store/,
    cause:
      'The header is set on success only, by one handler, or overwritten by a default of the framework. Set it in one place for every answer of the endpoint.',
  },
  {
    expected: /WWW-Authenticate/,
    cause:
      'The refusal is built without regard to how the client authenticated. Where the Authorization header was used, the answer is 401 with a challenge for that scheme.',
  },
  {
    expected: /^status /,
    received: /status 40[13]/,
    cause:
      'The status follows the kind of failure in words and not in this protocol: 401 is for failed client authentication; every other refusal at the token endpoint is a 400.',
  },
  {
    expected: /^status /,
    received: /status 2\d\d/,
    cause: 'The refusal is written into the body while the status stays at its default. Set both together.',
  },
  {
    expected: /error response with `error`|with `error`/,
    received: /no media type|text\/|<html/,
    cause:
      'The answer comes from the error page of the framework, so nothing that a client can read says what is wrong. Answer in JSON from this endpoint, whatever fails.',
  },
  {
    expected: /with `error`/,
    cause:
      'The checks run in another order, or several reasons share one code. Look which check refused the request, and give it the code of its own reason.',
  },
  {
    expected: /media type/,
    cause: 'Errors are sent by another function than answers, which sets no media type or one of its own.',
  },
  {
    expected: /printable ASCII|error_uri/,
    cause:
      'A message of the framework, a translated text or a part of the request is passed on as it is. Use a fixed sentence of plain ASCII without quotes.',
  },
  {
    expected: /redirect to the redirect URI with one `code`/,
    cause:
      'A legal request was refused. The answer below says at which step; a stricter check than the protocol has is the usual reason.',
  },
  {
    expected: /status 200|`access_token`|`token_type`/,
    cause:
      'A legal request was refused, or the success answer lacks a member. Clients read access_token and token_type from the top level of a JSON object with status 200.',
  },
];

/** A guess for whoever looks for the place; null where nothing better is known than what was received. */
export function likelyCause(id: string, finding: Finding): string | null {
  return clueFor(id, finding)?.cause ?? null;
}

export function clueFor(id: string, { expected, received }: Finding): Clue | undefined {
  const fits = (pattern: RegExp | undefined, text: string) => pattern === undefined || pattern.test(text);
  return clues.find(
    (candidate) =>
      fits(candidate.received, received ?? '') &&
      fits(candidate.id, id) &&
      fits(candidate.expected, expected),
  );
}
