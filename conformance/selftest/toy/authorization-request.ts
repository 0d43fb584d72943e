import { authorizationParameters, known, repeatedAtAuthorization } from './authorization-parameters.ts';
import { lookUp } from './client-lookup.ts';
import { findClient, type RegisteredClient } from './clients.ts';
import type { Request } from './message.ts';
import type { Parameters } from './parameters.ts';
import { readChallenge, type ChallengeReading } from './pkce.ts';
import { chooseRedirectUri } from './redirect-uri.ts';
import { grantScope } from './scope.ts';
import type { PendingRequest } from './store.ts';
import type { Toy } from './toy.ts';

/** Where an answer goes, and what it brings back. */
export interface ReturnAddress {
  redirect_uri: string;
  state: string | null;
}

export type Reading =
  /** Nobody can be trusted with the answer, so the browser stays (RFC 6749 §4.1.2.1). */
  | { is: 'untrusted'; reason: string; claimed: string | undefined; state: string | null }
  | { is: 'refused'; error: string; description: string; to: ReturnAddress }
  | { is: 'valid'; request: PendingRequest };

/** RFC 6749 §4.1.1 in the order in which an answer becomes possible: client, redirect URI, and then the rest. */
export function readAuthorizationRequest(toy: Toy, request: Request): Reading {
  const parameters = authorizationParameters(toy, request);
  const claimed = parameters.get('redirect_uri');
  const sentState = parameters.get('state') ?? null;
  const untrusted = (reason: string): Reading => ({ is: 'untrusted', reason, claimed, state: sentState });
  const twice = repeatedAtAuthorization(toy, parameters, ['client_id', 'redirect_uri']);
  if (twice !== undefined) return untrusted(`${twice} twice`);
  const client = identify(toy, parameters.get('client_id'));
  if (client === undefined) return untrusted('client_id is not known');
  const redirect_uri = chooseRedirectUri(toy, client, claimed);
  if (redirect_uri === null) return untrusted('redirect_uri is not registered');
  const state = repeatedAtAuthorization(toy, parameters, ['state']) === undefined ? sentState : null;
  const challenge = readChallenge(
    toy,
    parameters.get('code_challenge'),
    parameters.get('code_challenge_method'),
  );
  const problem = findProblem(toy, client, parameters, challenge);
  if (problem !== null) {
    return { is: 'refused', error: problem[0], description: problem[1], to: { redirect_uri, state } };
  }
  return {
    is: 'valid',
    request: {
      client,
      redirect_uri,
      state,
      sent_redirect_uri: claimed ?? null,
      asked: parameters.get('scope')?.split(' ') ?? null,
      scope: grantScope(toy, parameters.get('scope')) ?? [],
      challenge: 'challenge' in challenge ? challenge.challenge : null,
    },
  };
}

function identify(toy: Toy, client_id: string | undefined): RegisteredClient | undefined {
  if (client_id === undefined)
    return toy.faulty('client-id-may-be-missing') ? findClient('toy-confidential') : undefined;
  return lookUp(toy, client_id);
}

type Problem = readonly [error: string, description: string];

function findProblem(
  toy: Toy,
  client: RegisteredClient,
  parameters: Parameters,
  challenge: ChallengeReading,
): Problem | null {
  const twice = repeatedAtAuthorization(toy, parameters, known);
  if (twice !== undefined) return ['invalid_request', `${twice} is there more than once`];
  const stranger = parameters.names.find((name) => !(known as readonly string[]).includes(name));
  if (stranger !== undefined && toy.faulty('refuses-unknown-parameters-at-authorization')) {
    return ['invalid_request', 'a parameter is not known'];
  }
  const state = parameters.get('state') ?? '';
  if (toy.faulty('demands-state') && state === '') return ['invalid_request', 'state is missing'];
  if (toy.varies('odd-state-refused') && !/^[ -~]*$/.test(state))
    return ['invalid_request', 'state has odd characters'];
  return (
    responseTypeProblem(toy, client, parameters.get('response_type')) ??
    scopeProblem(toy, parameters.get('scope')) ??
    ('problem' in challenge ? ['invalid_request', challenge.problem] : null)
  );
}

function responseTypeProblem(toy: Toy, client: RegisteredClient, sent: string | undefined): Problem | null {
  if (sent === undefined) {
    if (toy.faulty('response-type-may-be-missing')) return null;
    const error = toy.varies('other-legal-error-codes') ? 'unsupported_response_type' : 'invalid_request';
    return [error, 'response_type is missing'];
  }
  if (!isCode(toy, sent)) {
    const error = toy.faulty('unknown-response-type-is-invalid-client')
      ? 'invalid_client'
      : 'unsupported_response_type';
    return [toy.varies('other-legal-error-codes') ? 'invalid_request' : error, 'response_type is not known'];
  }
  if (client.grants.includes('authorization_code') || toy.faulty('barred-client-gets-a-code')) return null;
  const error = toy.faulty('barred-client-is-access-denied') ? 'access_denied' : 'unauthorized_client';
  return [
    toy.varies('other-legal-error-codes') ? 'unsupported_response_type' : error,
    'the client may not do that',
  ];
}

function isCode(toy: Toy, response_type: string): boolean {
  if (toy.faulty('unknown-response-type-means-code')) return true;
  if (toy.faulty('ignores-case-of-response-type')) return response_type.toLowerCase() === 'code';
  if (toy.faulty('finds-code-at-the-start-of-response-type')) return response_type.split(' ')[0] === 'code';
  if (toy.faulty('finds-code-in-response-type')) return response_type.split(' ').includes('code');
  return response_type === 'code' || (response_type === '' && toy.faulty('blank-response-type-is-a-value'));
}

function scopeProblem(toy: Toy, asked: string | undefined): Problem | null {
  if (grantScope(toy, asked) !== null) return null;
  const reflected = toy.faulty('reflects-scope-in-description')
    ? `unknown scope "${asked ?? ''}"`
    : 'scope is not known';
  return ['invalid_scope', reflected];
}
