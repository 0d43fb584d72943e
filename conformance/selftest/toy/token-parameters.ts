import type { FaultName } from '../faults.ts';
import type { Request } from './message.ts';
import { readParameters, type Parameters } from './parameters.ts';
import { Refusal } from './token-refusal.ts';
import { Breakage, type Toy } from './toy.ts';

const known = [
  'grant_type',
  'code',
  'redirect_uri',
  'client_id',
  'client_secret',
  'code_verifier',
  'refresh_token',
  'scope',
] as const;

const countsBlank: Readonly<Partial<Record<string, FaultName>>> = {
  grant_type: 'blank-grant-type-is-a-value',
  redirect_uri: 'blank-redirect-uri-is-a-value-at-token',
  code_verifier: 'blank-verifier-is-a-value',
  scope: 'blank-scope-is-a-value-at-token',
  client_secret: 'blank-secret-is-a-value',
};

/** The parameters of a token request: of its form body alone (RFC 6749 §3.2), and nothing twice. */
export function tokenParameters(toy: Toy, request: Request, ...more: readonly string[]): Parameters {
  const expected: readonly string[] = [...known, ...more];
  if (request.method !== 'POST' && !toy.faulty('takes-token-request-by-get')) {
    throw new Refusal('invalid_request', 'the method is POST');
  }
  if (toy.faulty('breaks-on-broken-escape') && /%(?![0-9a-f]{2})/i.test(request.raw.body)) {
    throw new Breakage('a broken escape');
  }
  const takesUrl =
    toy.faulty('takes-parameters-of-token-url') ||
    toy.faulty('takes-token-parameters-of-url-alone') ||
    request.method !== 'POST';
  const credentials = toy.faulty('takes-credentials-of-token-url') ? request.query.filter(isCredential) : [];
  const form = toy.faulty('takes-token-parameters-of-url-alone') ? [] : (request.form ?? []);
  const pairs = [...form, ...(takesUrl ? request.query : credentials)].map((pair) => asNamed(toy, pair));
  const parameters = readParameters(pairs, {
    keepsBlank: (name) => {
      const fault = countsBlank[name];
      return fault !== undefined && toy.faulty(fault);
    },
    takes: toy.faulty('takes-last-of-repeated-at-token') ? 'last' : 'first',
  });
  const isLax =
    toy.faulty('takes-first-of-repeated-at-token') || toy.faulty('takes-last-of-repeated-at-token');
  const twice = parameters.repeated(expected);
  if (twice !== undefined && !isLax) throw new Refusal('invalid_request', `${twice} is there more than once`);
  const stranger = parameters.names.some((name) => !expected.includes(name));
  if (stranger && toy.faulty('refuses-unknown-parameters-at-token')) {
    throw new Refusal('invalid_request', 'a parameter is not known');
  }
  return parameters;
}

function asNamed(toy: Toy, [name, value]: readonly [string, string]): readonly [string, string] {
  const isAlias = name === 'authorizationCode' && toy.faulty('takes-code-under-another-name');
  return [isAlias ? 'code' : name, value];
}

function isCredential([name]: readonly [string, string]): boolean {
  return name === 'client_id' || name === 'client_secret';
}
