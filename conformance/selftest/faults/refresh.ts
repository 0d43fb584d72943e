/** Table of data: faults of the toy, each with the scenarios that find it. Refresh. */
import type { Fault } from './fault.ts';

export const refresh = {
  'takes-any-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'takes any refresh token for one that it issued',
    finds: ['a token where none is due'],
    kills: [
      'rfc6749/5.2/hostile-refresh-token',
      'rfc6749/6/refresh-token-unknown',
      'rfc6749/6/refresh-token-altered',
      'rfc6749/6/refresh-token-truncated',
      'rfc6749/6/refresh-token-long',
      'rfc6749/6/access-token-as-refresh-token',
      'rfc6749/6/code-as-refresh-token',
    ],
  },
  'takes-access-token-for-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'takes an access token for a refresh token',
    finds: ['a token where none is due'],
    kills: ['rfc6749/6/access-token-as-refresh-token'],
  },
  'takes-code-for-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'takes a code for a refresh token',
    finds: ['a token where none is due'],
    kills: ['rfc6749/6/code-as-refresh-token'],
  },
  'takes-refresh-token-of-another-client': {
    breaks: 'RFC 6749 §6',
    by: 'takes a refresh token of another confidential client',
    finds: ['a token where none is due'],
    kills: [
      'rfc6749/6/token-of-other-confidential-client',
      'rfc6749/6/token-of-public-client-by-confidential',
      'rfc6749/6/refreshed-token-of-other-client',
    ],
  },
  'takes-refresh-token-of-another-public-client': {
    breaks: 'RFC 6749 §6',
    by: 'takes a refresh token of another public client',
    finds: ['a token where none is due'],
    kills: ['rfc6749/6/token-of-confidential-client-by-public', 'rfc6749/6/token-of-other-public-client'],
  },
  'refreshes-revoked-grants': {
    breaks: 'RFC 6749 §4.1.2',
    by: 'refreshes a grant that is over',
    finds: ['a token where none is due'],
    kills: [],
    warns: ['rfc6749/4.1.2/replay-revokes-refresh-token'],
  },
  'issues-dead-token-on-refresh': {
    breaks: 'RFC 6749 §6',
    by: 'issues an access token on refresh that has expired already',
    finds: ['a token that lives or dies', 'another status'],
    kills: ['rfc6749/6/access-token-is-alive', 'rfc6749/7/refreshed-token'],
    blocks: ['rfc6749/4.1.2/replay-revokes-refreshed-token'],
  },
  'hands-back-used-refresh-token': {
    breaks: 'RFC 6749 §6',
    by: 'hands back a refresh token that it takes no more',
    finds: ['another status'],
    kills: ['rfc6749/6/chain', 'rfc6749/6/scope-kept-by-refresh-token'],
  },
  'widens-scope-on-refresh': {
    breaks: 'RFC 6749 §6',
    by: 'grants more on refresh than the owner gave',
    finds: ['another scope'],
    kills: ['rfc6749/6/scope-widened', 'rfc6749/6/scope-unknown', 'rfc6749/6/scope-letter-case'],
  },
  'refuses-narrower-scope': {
    breaks: 'RFC 6749 §6',
    by: 'refuses a narrower scope on refresh',
    finds: ['another status'],
    kills: [
      'rfc6749/6/scope-repeated-from-grant',
      'rfc6749/6/scope-in-any-order',
      'rfc6749/6/scope-narrowed',
      'rfc6749/B/space-as-plus',
      'rfc6749/B/space-as-escape',
    ],
    blocks: ['rfc6749/6/narrowed-scope-is-true', 'rfc6749/6/scope-kept-by-refresh-token'],
  },
  'narrows-rotated-token': {
    breaks: 'RFC 6749 §6',
    by: 'shrinks the scope of the refresh token with that of the access token',
    finds: ['another scope'],
    kills: ['rfc6749/6/scope-kept-by-refresh-token'],
  },
  'claims-narrower-scope': {
    breaks: 'RFC 6749 §3.3',
    by: 'grants the whole scope where less was asked for, and claims less',
    finds: ['another scope'],
    kills: ['rfc6749/6/narrowed-scope-is-true'],
  },
} as const satisfies Readonly<Record<string, Fault>>;
