import type { FaultName } from '../faults.ts';
import { decode, type Request } from './message.ts';
import { readParameters, type Parameters } from './parameters.ts';
import type { Toy } from './toy.ts';

/** What the endpoint understands, RFC 6749 §4.1.1 and RFC 7636 §4.3. */
export const known = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

const countsBlank: Readonly<Partial<Record<string, FaultName>>> = {
  response_type: 'blank-response-type-is-a-value',
  redirect_uri: 'blank-redirect-uri-is-a-value',
  scope: 'blank-scope-is-a-value',
  state: 'blank-state-is-a-value',
  code_challenge: 'blank-challenge-is-a-value',
  code_challenge_method: 'blank-method-is-a-value',
};

/** The parameters of an authorization request: of the query, or of the form where it is a POST (RFC 6749 §3.1). */
export function authorizationParameters(toy: Toy, request: Request): Parameters {
  const query = toy.faulty('cuts-values-at-encoded-spaces')
    ? decode(request.raw.query.replaceAll(/%20[^&]*/g, ''))
    : request.query;
  const isPost = request.method === 'POST' && !toy.faulty('ignores-body-of-authorization-post');
  return readParameters(isPost ? (request.form ?? []) : query, {
    keepsBlank: (name) => {
      const fault = countsBlank[name];
      return fault !== undefined && toy.faulty(fault);
    },
    takes: toy.faulty('takes-last-of-repeated-at-authorization') ? 'last' : 'first',
  });
}

/** The first parameter that was sent more than once, RFC 6749 §3.1. */
export function repeatedAtAuthorization(
  toy: Toy,
  parameters: Parameters,
  names: readonly string[],
): string | undefined {
  const isLax =
    toy.faulty('takes-first-of-repeated-at-authorization') ||
    toy.faulty('takes-last-of-repeated-at-authorization');
  return isLax ? undefined : parameters.repeated(names);
}
