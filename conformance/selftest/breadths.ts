import {
  asks,
  authorizes,
  both,
  bringsCode,
  callsResource,
  either,
  names,
  needsCode,
  needsDenial,
  needsTokens,
  redirectsError,
  refusesAtToken,
  refusesGrant,
  staysOnPage,
  usesBasic,
  type Evidence,
} from './evidence.ts';

const state = asks(/^`state` with exactly/);
const code = asks(/^a redirect to the redirect URI with one `code`/);
const error = asks(/^a redirect to the redirect URI with `error`/);
const refusal = asks(/^an error response with/);
const status = asks(/^status /);
const jsonType = asks(/^the media type/);
const description = asks(/^`error_description` of/);

/**
 * Table of data: what a broad fault shows in, beside the scenarios that it names. Each is judged by what the scenario did
 * and asked on the toy without the fault, and finds the same scenarios again however the catalogue grows.
 */
export const breadths = {
  'the browser has to stay': staysOnPage,
  'it is asked that the browser stays, or that no server error comes': both(
    staysOnPage,
    asks(/^a page of the server|^an answer without a server error/),
  ),
  'an authorization request is sent': authorizes,
  'a client whose redirect URI has a query acts': names('toy-query'),
  'a code is needed': needsCode,
  'a code comes, and one is asked for': both(bringsCode, code),
  'a code comes, and its state is asked for': both(bringsCode, state),
  'a state is asked for': state,
  'an error comes back by redirect': redirectsError,
  'an error comes back by redirect, and its state is asked for': both(redirectsError, state),
  'an error comes back by redirect, and is asked for': both(redirectsError, error),
  'the description of an error at the client is asked for': both(redirectsError, description),
  'a denial is needed': needsDenial,
  'an error comes, or a code is needed': either(redirectsError, needsCode),
  'tokens are needed': needsTokens,
  'an answer with tokens is asked for': both(needsTokens, asks(/^a `token_type`/)),
  'the resource is called': callsResource,
  'a client proves itself by Basic': usesBasic,
  'the token endpoint refuses': refusesAtToken,
  'the token endpoint refuses, and its code is asked for': both(refusesAtToken, refusal),
  'the token endpoint refuses, and its status is asked for': both(refusesAtToken, status),
  'the token endpoint refuses, and its media type is asked for': both(refusesAtToken, jsonType),
  'the description of an error is asked for': both(refusesAtToken, description),
  'a code or refresh token is refused, and the status is asked for': both(refusesGrant, status),
  'a code or refresh token is refused, and the code is asked for': both(refusesGrant, refusal),
} as const satisfies Readonly<Record<string, Evidence>>;

export type Breadth = keyof typeof breadths;
