import { redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { eitherOf } from '../../expect/combine.ts';
import type { Capability } from '../../model/capability.ts';
import { repeat } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** The name, and another value that is not wrong in itself. */
const reported: readonly (readonly [string, string, ...Capability[]])[] = [
  ['response_type', 'token'],
  ['scope', 'x_conformance_other', 'scope'],
  ['state', 'x-conformance-other'],
];

const local: readonly (readonly [string, string])[] = [
  ['client_id', 'x-conformance-other'],
  ['redirect_uri', 'https://attacker.example/callback'],
];

/**
 * RFC 6749 §3.1, for the parameters of this document only (A07): twice is refused, with the same value too. Where
 * client or redirect URI are in doubt, a page is as good as an error at the redirect URI that is registered.
 */
export const repeatedParameters: readonly Scenario[] = [
  ...reported.flatMap(([name, other, ...needs]) =>
    ([undefined, other] as const).map((second): Scenario => ({
      id: `rfc6749/3.1/repeated-${slugOf(name, second)}`,
      title: `answers invalid_request when ${name} comes twice with ${valuesIn(second)}`,
      requires: ['RFC6749-3.1-i', 'RFC6749-4.1.2.1-i'],
      needs,
      from: 'authorization request',
      change: repeat(name, second),
      expect: [redirectsError(['invalid_request'])],
    })),
  ),
  ...local.flatMap(([name, other]) =>
    ([undefined, other] as const).map((second): Scenario => ({
      id: `rfc6749/3.1/repeated-${slugOf(name, second)}`,
      title: `refuses a request with ${name} twice with ${valuesIn(second)}`,
      requires: ['RFC6749-3.1-i', 'RFC6749-4.1.2.1-i'],
      from: 'authorization request',
      change: repeat(name, second),
      expect: [eitherOf(staysOnPage, redirectsError(['invalid_request']))],
    })),
  ),
];

function slugOf(name: string, second: string | undefined): string {
  return `${name.replaceAll('_', '-')}-${second === undefined ? 'same' : 'other'}`;
}

function valuesIn(second: string | undefined): string {
  return second === undefined ? 'the same value' : 'two values';
}
