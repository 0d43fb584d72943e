import type { FaultName } from '../faults.ts';
import type { RegisteredClient } from './clients.ts';
import type { Parameters } from './parameters.ts';
import { verifierProblem } from './pkce.ts';
import { registeredUris } from './redirect-uri.ts';
import type { Grant, IssuedCode } from './store.ts';
import { Refusal } from './token-refusal.ts';
import { Breakage, type Toy } from './toy.ts';

/** RFC 6749 §4.1.3, one line a check: the code, its client, its age, its use, its redirect URI, its verifier. */
export function redeemCode(toy: Toy, client: RegisteredClient, parameters: Parameters): Grant {
  const code = requireCode(parameters.get('code'));
  const issued = toy.store.codes.get(code) ?? guessed(toy);
  const fails = (reason: string) => new Refusal('invalid_grant', reason, { input: code });
  if (issued === undefined) {
    if (toy.faulty('breaks-on-unknown-code')) throw new Breakage('no such code');
    throw fails('the code is not known');
  }
  if (!belongs(toy, issued, client)) {
    throw toy.faulty('foreign-code-is-invalid-client')
      ? new Refusal('invalid_client', 'not yours')
      : fails('not yours');
  }
  if (issued.expires < Date.now()) throw fails('the code has expired');
  if (issued.isUsed && !toy.faulty('takes-code-twice')) {
    if (!toy.faulty('keeps-tokens-after-replay')) issued.grant.isRevoked = true;
    throw fails('the code was used');
  }
  const burns = toy.varies('failed-attempt-burns-code');
  const problem = redirectUriProblem(toy, issued, client, parameters.get('redirect_uri'));
  if (problem !== null) {
    if (burns) issued.isUsed = true;
    throw toy.varies('other-legal-error-codes') && parameters.get('redirect_uri') === undefined
      ? new Refusal('invalid_request', problem)
      : fails(problem);
  }
  requireVerifier(toy, issued, client, parameters.get('code_verifier'));
  issued.isUsed = true;
  return issued.grant;
}

function requireCode(code: string | undefined): string {
  if (code === undefined) throw new Refusal('invalid_request', 'code is missing');
  return code;
}

/** A toy that believes everything. */
function guessed(toy: Toy): IssuedCode | undefined {
  return toy.faulty('takes-any-code') ? [...toy.store.codes.values()].at(-1) : undefined;
}

function belongs(toy: Toy, { grant }: IssuedCode, client: RegisteredClient): boolean {
  if (grant.client === client) return true;
  if (toy.faulty('takes-code-of-another-client') && client.client_secret !== null) return true;
  return toy.faulty('takes-code-of-another-public-client') && client.client_secret === null;
}

function requireVerifier(
  toy: Toy,
  issued: IssuedCode,
  client: RegisteredClient,
  verifier: string | undefined,
) {
  const isExempt = client.client_secret !== null && toy.faulty('pkce-for-public-clients-only');
  const problem = isExempt ? null : verifierProblem(toy, issued.challenge, verifier);
  if (problem === null) return;
  if (toy.varies('failed-attempt-burns-code')) issued.isUsed = true;
  if (toy.faulty('wrong-verifier-is-invalid-request')) throw new Refusal('invalid_request', problem);
  const isAbsent = verifier === undefined || issued.challenge === null;
  throw new Refusal(
    isAbsent && toy.varies('other-legal-error-codes') ? 'invalid_request' : 'invalid_grant',
    problem,
  );
}

/** Table of data: how lax a comparison at the token endpoint can be. */
const loosenings: readonly (readonly [FaultName, (first: string, second: string) => boolean])[] = [
  ['skips-redirect-uri-of-exchange', () => true],
  ['ignores-case-of-exchanged-redirect-uri', (first, second) => first.toLowerCase() === second.toLowerCase()],
  ['ignores-slash-of-exchanged-redirect-uri', (first, second) => first === second.replace(/\/$/, '')],
  ['ignores-query-of-exchanged-redirect-uri', (first, second) => first === second.replace(/\?.*$/s, '')],
  ['prefix-matches-exchanged-redirect-uri', (first, second) => second.startsWith(first)],
  [
    'ignores-scheme-of-exchanged-redirect-uri',
    (first, second) => first.replace(/^[^:]+:\/\//, '') === second,
  ],
  ['compares-host-of-exchanged-redirect-uri', (first, second) => hostOf(first) === hostOf(second)],
];

/** RFC 6749 §4.1.3: there again if it was there before, and identical. Sent only now, it has to be the registered one. */
function redirectUriProblem(
  toy: Toy,
  issued: IssuedCode,
  client: RegisteredClient,
  sent: string | undefined,
): string | null {
  const before = issued.redirect_uri;
  if (sent === undefined) {
    if (before !== null && toy.faulty('redirect-uri-may-be-missing-in-exchange')) return null;
    const isWanted = before !== null || toy.faulty('demands-redirect-uri-in-every-exchange');
    return isWanted ? 'redirect_uri is missing' : null;
  }
  if (
    before !== null &&
    toy.faulty('takes-any-registered-uri-in-exchange') &&
    registeredUris(toy, client).includes(sent)
  )
    return null;
  const due = before ?? registeredUris(toy, client)[0] ?? '';
  const isSame = sent === due || loosenings.some(([fault, same]) => toy.faulty(fault) && same(due, sent));
  return isSame ? null : 'redirect_uri is another one';
}

function hostOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).host : '';
}
