import type { Finding } from './finding.ts';

export type AuthorizationBase =
  'authorization request' | 'public authorization request' | 'authorization request, denied';

export type HttpBase =
  | 'access token request'
  | 'access token request, Basic'
  | 'access token request, credentials in the body'
  | 'public access token request'
  | 'refresh request'
  | 'resource request';

/** Checks one thing. Where the text leaves room, its words name every legal answer. */
export interface Expectation<Outcome> {
  check: (outcome: Outcome) => Finding | readonly Finding[];
}
