/** Table of data: faults of the toy, each with the scenarios that find it. Scope. */
import type { Fault } from './fault.ts';

export const scope = {
  'takes-malformed-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'takes a scope with illegal characters',
    finds: ['another scope'],
    kills: [
      'rfc6749/3.3/letter-case',
      'rfc6749/3.3/unknown-beside-known',
      'rfc6749/3.3/unknown',
      'rfc6749/3.3/malformed-quote',
      'rfc6749/3.3/malformed-backslash',
      'rfc6749/3.3/malformed-control',
      'rfc6749/3.3/malformed-non-ascii',
      'rfc6749/5.1/scope-of-partly-unknown-request',
    ],
  },
  'reads-scope-by-commas': {
    breaks: 'RFC 6749 §3.3',
    by: 'takes commas for the separators of a scope',
    finds: ['no code'],
    kills: [
      'rfc6749/1.7/any-mechanism',
      'rfc6749/3.1/code-after-sign-in',
      'rfc6749/3.1/get',
      'rfc6749/3.1.2.2/several-first',
      'rfc6749/3.1.2.3/registered',
      'rfc6749/4.1.1/complete',
      'rfc6749/4.1.1/complete-public',
      'rfc7636/4.3/without-pkce',
    ],
    also: { some: 'an error comes, or a code is needed' },
  },
  'grants-unknown-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'grants a scope that it does not know',
    finds: ['another scope'],
    kills: [
      'rfc6749/3.3/letter-case',
      'rfc6749/3.3/unknown-beside-known',
      'rfc6749/3.3/unknown',
      'rfc6749/5.1/scope-of-partly-unknown-request',
    ],
  },
  'ignores-case-of-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'compares scopes without regard to case',
    finds: ['another scope'],
    kills: ['rfc6749/3.3/letter-case'],
  },
} as const satisfies Readonly<Record<string, Fault>>;
