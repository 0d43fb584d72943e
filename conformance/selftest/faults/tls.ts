/** Table of data: faults of the toy, each with the scenarios that find it. TLS. */
import type { Fault } from './fault.ts';

export const tls = {
  'shows-pages-without-tls': {
    breaks: 'RFC 6749 §10.11',
    by: 'sends an owner who is not signed in to a page without TLS',
    on: 'over-tls',
    target: (target) => ({ ...target, origins: [target.issuer?.replace('https:', 'http:') ?? ''] }),
    finds: ['a page or an endpoint without TLS'],
    kills: ['rfc6749/10.11/pages-over-tls'],
  },
  'takes-token-requests-without-tls': {
    breaks: 'RFC 6749 §10.9',
    by: 'is said to have its token endpoint without TLS',
    on: 'over-tls',
    target: (target) => ({ ...target, token_endpoint: target.token_endpoint.replace('https:', 'http:') }),
    finds: ['a page or an endpoint without TLS'],
    kills: ['rfc6749/10.9/endpoints-over-tls'],
  },
  'takes-authorization-requests-without-tls': {
    breaks: 'RFC 6749 §10.9',
    by: 'is said to have its authorization endpoint without TLS',
    on: 'over-tls',
    target: (target) => ({
      ...target,
      authorization_endpoint: target.authorization_endpoint.replace('https:', 'http:'),
    }),
    finds: ['a page or an endpoint without TLS'],
    kills: ['rfc6749/10.9/endpoints-over-tls', 'rfc6749/10.11/pages-over-tls'],
  },

  'lets-resource-be-stored': {
    breaks: 'RFC 6750 §2.3',
    by: 'lets the answer for a token of the URL be stored by any cache',
    on: 'token-in-url-taken',
    finds: ['an answer that may be stored'],
    kills: [],
    warns: ['rfc6750/2.3/query'],
  },
} as const satisfies Readonly<Record<string, Fault>>;
