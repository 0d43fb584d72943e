import { aClient } from './records.ts';
import { challenge, type Parameters } from './owner.ts';
import type { TestServer } from './server.ts';

/** One request for each way to earn an error of RFC 6749 §4.1.2.1, with the changes to a valid request. */
export const refusedRequests: readonly (readonly [error: string, because: string, changes: Parameters])[] = [
  ['invalid_request', 'response_type is missing', { response_type: undefined }],
  ['invalid_request', 'response_type is empty', { response_type: '' }],
  ['unsupported_response_type', 'response_type is token', { response_type: 'token' }],
  ['unsupported_response_type', 'response_type is Code', { response_type: 'Code' }],
  ['unsupported_response_type', 'response_type is code id_token', { response_type: 'code id_token' }],
  ['unauthorized_client', 'the client is for refreshes only', { client_id: 'refresh-only' }],
  ['invalid_scope', 'a scope token is unknown', { scope: 'profile no:such' }],
  ['invalid_scope', 'a scope token is in capitals', { scope: 'PROFILE' }],
  ['invalid_scope', 'a scope token is not registered', { client_id: 'narrow', scope: 'event:write' }],
  ['invalid_scope', 'no scope is sent and none is the default', { client_id: 'narrow', scope: undefined }],
  ['invalid_scope', 'scope has a quote', { scope: '"profile"' }],
  ['invalid_scope', 'scope has a backslash', { scope: 'profile\\' }],
  ['invalid_scope', 'scope has a line feed', { scope: 'profile\nevent:read' }],
  ['invalid_scope', 'scope has two spaces', { scope: 'profile  event:read' }],
  ['invalid_scope', 'scope is not ASCII', { scope: 'prófile' }],
  ['invalid_request', 'the challenge is too short', withChallenge(challenge.slice(1))],
  ['invalid_request', 'the challenge is too long', withChallenge('a'.repeat(129))],
  ['invalid_request', 'the challenge has a plus sign', withChallenge(challenge.replace('-', '+'))],
  ['invalid_request', 'the challenge is padded', withChallenge(`${challenge}=`)],
  ['invalid_request', 'the challenge is plain', withChallenge(challenge, 'plain')],
  ['invalid_request', 'the method is left out', { code_challenge: challenge }],
  ['invalid_request', 'the method is in small letters', withChallenge(challenge, 's256')],
  ['invalid_request', 'the method comes alone', withChallenge(undefined)],
];

function withChallenge(
  code_challenge: string | undefined,
  code_challenge_method: string | undefined = 'S256',
) {
  return { code_challenge, code_challenge_method };
}

/** The clients of the table that are not in the cast. */
export async function addRefusedClients({ store, cast }: TestServer): Promise<void> {
  const { client_id: _, ...like } = cast.confidential;
  await store.clients.add(aClient({ ...like, client_id: 'refresh-only', grant_types: ['refresh_token'] }));
  await store.clients.add(aClient({ ...like, client_id: 'narrow', scope: 'event:read' }));
}
