/** Table of data: faults of the toy, each with the scenarios that find it. Spellings of systems that were documented before. */
import type { Fault } from './fault.ts';
import { withQuirk } from './told-of-the-toy.ts';

export const spellings = {
  'takes-hyphenated-grant-type': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes authorization-code for a grant type',
    finds: ['a token where none is due'],
    kills: ['rfc6749/4.1.3/grant-type-hyphenated'],
  },
  'demands-hyphenated-grant-type': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'wants authorization-code for a grant type, and nothing else',
    target: withQuirk({ grant_type: 'authorization-code' }),
    finds: ['a token where none is due', 'another status', 'no such error in the answer'],
    kills: [
      'rfc6749/4.1.3/grant-type-as-defined',
      'rfc6749/4.1.3/grant-type-hyphenated',
      'rfc6749/6/other-grant-type-known',
    ],
  },
  'takes-token-parameters-of-url-alone': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'reads the parameters of a token request from the URL, and no body',
    target: withQuirk({ token_parameters_in_url: true }),
    finds: ['a token where none is due', 'another status'],
    kills: [
      'rfc6749/2.3.1/credentials-in-url',
      'rfc6749/2.3.1/secret-in-url',
      'rfc6749/4.1.3/parameters-in-body',
    ],
    also: { some: 'a code is needed' },
  },
  'takes-code-under-another-name': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes authorizationCode for code',
    finds: ['a token where none is due'],
    kills: ['rfc6749/4.1.3/code-under-another-name'],
  },
  'ignores-scheme-of-exchanged-redirect-uri': {
    breaks: 'RFC 6749 §4.1.3',
    by: 'takes the redirect URI of the exchange without its scheme',
    finds: ['a token where none is due'],
    kills: ['rfc6749/4.1.3/redirect-uri-without-scheme'],
  },
  'bearer-token-authenticates-client': {
    breaks: 'RFC 6749 §3.2.1',
    by: 'takes an access token for the proof of a client',
    finds: ['a token where none is due'],
    kills: ['rfc6749/3.2.1/bearer-token-is-no-credential'],
  },
  'burns-code-of-failed-authentication': {
    breaks: 'RFC 6749 §10.5',
    by: 'takes a code no more when somebody has failed to prove to be its client',
    finds: ['another status'],
    kills: [],
    warns: ['rfc6749/10.5/code-outlives-failed-authentication'],
  },
  'sends-lifetime-beside-code': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'sends expires_in with the code',
    finds: ['a lifetime beside the code'],
    kills: [],
    warns: ['rfc6749/4.1.2/no-lifetime-beside-code'],
  },
  'takes-scheme-of-its-own': {
    breaks: 'RFC 6750 §2.1',
    by: 'takes a token under the scheme Token too',
    finds: ['a token where none is due'],
    kills: [],
    warns: ['rfc6750/2.1/scheme-of-its-own'],
  },
  'demands-scheme-of-its-own': {
    breaks: 'RFC 6750 §2.1',
    by: 'wants a token under the scheme Token, and nothing else',
    target: withQuirk({ token_scheme: 'Token' }),
    finds: ['a token where none is due', 'another status'],
    kills: ['rfc6750/2.1/header'],
    warns: ['rfc6750/2.1/scheme-of-its-own'],
    also: { some: 'the resource is called' },
  },
  'takes-token-of-url': {
    breaks: 'RFC 6750 §2.3',
    by: 'takes a token from the URL although the header is there for it',
    finds: ['a token where none is due'],
    kills: [],
    warns: ['rfc6750/2.3/query-refused'],
  },
} as const satisfies Readonly<Record<string, Fault>>;
