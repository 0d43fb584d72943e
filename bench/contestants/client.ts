import { createHash } from 'node:crypto';
import type { WireRequest } from '../load/job.ts';

/** The confidential client that every contestant knows, and what it sends. */
export const client = {
  id: 'bench-client',
  secret: 'a-secret-of-forty-characters-for-the-bench',
  redirectUri: 'https://client.example/callback',
  scope: 'profile',
} as const;

export const owner = { id: 'bench-owner', name: 'Ada' } as const;

const verifier = 'a-verifier-of-forty-three-characters-or-more';
export const challenge = createHash('sha256').update(verifier).digest('base64url');

/** RFC 6749 §2.3.1; nothing of the two needs to be encoded. */
export function basic(id: string = client.id): string {
  return `Basic ${Buffer.from(`${id}:${client.secret}`).toString('base64')}`;
}

/** RFC 6749 §4.1.3, with RFC 7636 §4.5. */
export function exchangeRequest(path: string, code: string, clientId: string = client.id): WireRequest {
  const request = codelessExchange(path, clientId);
  return { ...request, body: `${request.body ?? ''}&code=${encodeURIComponent(code)}` };
}

/** The same, but for the code. */
export function codelessExchange(path: string, clientId: string = client.id): WireRequest {
  const parameters = {
    grant_type: 'authorization_code',
    redirect_uri: client.redirectUri,
    code_verifier: verifier,
  };
  return postForm(path, String(new URLSearchParams(parameters)), clientId);
}

/** RFC 6749 §6, but for the refresh token. */
export function refreshRequest(path: string): WireRequest {
  return postForm(path, 'grant_type=refresh_token');
}

/** RFC 7662 §2.1. */
export function introspectionRequest(path: string, token: string): WireRequest {
  return postForm(path, `token=${encodeURIComponent(token)}`);
}

/** RFC 6750 §2.1. */
export function resourceRequest(path: string, token: string): WireRequest {
  return { method: 'GET', path, headers: { authorization: `Bearer ${token}` } };
}

/** RFC 6749 §4.1.1, with RFC 7636 §4.3. */
export function authorizationRequest(path: string, more: Record<string, string> = {}): WireRequest {
  const parameters = {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: client.redirectUri,
    scope: client.scope,
    state: 'a-state-of-the-client',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  return { method: 'GET', path: `${path}?${String(new URLSearchParams(parameters))}`, headers: {} };
}

function postForm(path: string, body: string, clientId: string = client.id): WireRequest {
  const headers = {
    authorization: basic(clientId),
    'content-type': 'application/x-www-form-urlencoded',
  };
  return { method: 'POST', path, headers, body };
}
