/** Table of data: faults of the toy, each with the scenarios that find it. Registration and metadata. */
import type { Fault } from './fault.ts';

export const registration = {
  'gives-every-client-one-identifier': {
    breaks: 'RFC 6749 §2.2',
    by: 'gives every client that registers the same identifier',
    finds: ['something to guess'],
    kills: ['rfc6749/2.2/identifiers-differ'],
  },
  'registers-public-client-without-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.2',
    by: 'registers a public client that names no redirect URI',
    finds: ['a client without a redirect URI'],
    kills: [
      'rfc6749/3.1.2.2/public-client-without-redirect-uri',
      'rfc6749/3.1.2.2/public-client-with-empty-list',
    ],
  },
  'takes-empty-list-of-redirect-uris': {
    breaks: 'RFC 6749 §3.1.2.2',
    by: 'takes an empty list of redirect URIs for one',
    finds: ['a client without a redirect URI'],
    kills: ['rfc6749/3.1.2.2/public-client-with-empty-list'],
  },
  'registers-confidential-client-without-redirect-uri': {
    breaks: 'RFC 6749 §3.1.2.2',
    by: 'registers a confidential client that names no redirect URI',
    finds: ['a client without a redirect URI'],
    kills: [],
    warns: ['rfc6749/3.1.2.2/confidential-client-without-redirect-uri'],
  },
  'lets-registration-be-stored': {
    breaks: 'RFC 6749 §5.1',
    by: 'lets the answer with the secret of a new client be stored by any cache',
    finds: ['an answer that may be stored'],
    kills: ['rfc6749/5.1/no-store-on-registration'],
  },
  'announces-grant-by-bare-word': {
    breaks: 'RFC 6749 §8.3',
    by: 'announces the grant of an extension by a word that is no URI',
    finds: ['a malformed value'],
    kills: ['rfc6749/8.3/grant-type-names'],
  },
  'announces-response-type-with-hyphen': {
    breaks: 'RFC 6749 §8.4',
    by: 'announces a response type with a hyphen in its name',
    finds: ['a malformed value'],
    kills: ['rfc6749/8.4/response-type-names'],
  },
} as const satisfies Readonly<Record<string, Fault>>;
