import { createHash, randomBytes } from 'node:crypto';
import { sentBy, type Pairs, type RequestDraft } from '../model/exchange.ts';
import type { Code } from '../model/stage.ts';
import type { Target, TargetClient } from '../target/target.ts';
import { encodeForm } from './transport.ts';

/** The client's half of one authorization: what it has to remember between request and answer. */
export interface Attempt {
  client: TargetClient;
  redirect_uri: string;
  state: string;
  code_verifier: string | null;
}

export function newAttempt(target: Target, client: TargetClient): Attempt {
  const code_verifier = target.pkce.supported ? randomBytes(32).toString('base64url') : null;
  return {
    client,
    redirect_uri: client.redirect_uris[0],
    state: randomBytes(12).toString('hex'),
    code_verifier,
  };
}

/** A valid authorization request, RFC 6749 §4.1.1, with S256 wherever the target knows PKCE (RFC 7636 §4.3). */
export function authorizationDraft(target: Target, attempt: Attempt): RequestDraft {
  const { client, redirect_uri, state, code_verifier } = attempt;
  const scope = (client.scopes ?? target.scopes).join(' ');
  const query: Pairs = [
    ['response_type', 'code'],
    ['client_id', client.client_id],
    ['redirect_uri', redirect_uri],
    ...(scope === '' ? [] : [['scope', scope] as const]),
    ['state', state],
    ...(code_verifier === null
      ? []
      : [
          ['code_challenge', challengeOf(code_verifier)] as const,
          ['code_challenge_method', 'S256'] as const,
        ]),
    ...Object.entries(target.authorization_parameters),
  ];
  return { method: 'GET', url: target.authorization_endpoint, query, headers: [], body: null };
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

export type Authentication = 'basic' | 'post' | 'none';

/** A valid access token request, RFC 6749 §4.1.3. */
export function exchangeDraft(
  target: Target,
  client: TargetClient,
  code: Code,
  how: Authentication,
): RequestDraft {
  const { quirks } = target;
  const draft = tokenDraft(target, client, how, [
    ...(quirks.no_grant_type ? [] : [['grant_type', quirks.grant_type ?? 'authorization_code'] as const]),
    ['code', code.code],
    ['redirect_uri', code.redirect_uri],
    ...(code.code_verifier === null ? [] : [['code_verifier', code.code_verifier] as const]),
  ]);
  return placed(target, draft);
}

/** A valid refresh request, RFC 6749 §6. */
export function refreshDraft(
  target: Target,
  client: TargetClient,
  refresh_token: string,
  how: Authentication,
) {
  const draft = tokenDraft(target, client, how, [
    ['grant_type', 'refresh_token'],
    ['refresh_token', refresh_token],
  ]);
  return placed(target, draft);
}

function tokenDraft(
  target: Target,
  client: TargetClient,
  how: Authentication,
  parameters: Pairs,
): RequestDraft {
  const inBody: Pairs = how === 'basic' ? [] : [['client_id', client.client_id]];
  const secret: Pairs = how === 'post' ? [['client_secret', client.client_secret ?? '']] : [];
  const pairs = [...parameters, ...Object.entries(target.token_parameters), ...inBody, ...secret];
  return {
    method: 'POST',
    url: target.token_endpoint,
    query: [],
    headers: [
      ['accept', 'application/json'],
      ...(how === 'basic'
        ? [['authorization', basic(client.client_id, client.client_secret ?? '')] as const]
        : []),
    ],
    body: pairs,
  };
}

/** Where the token endpoint wants its parameters. */
function placed({ quirks }: Target, draft: RequestDraft): RequestDraft {
  return quirks.token_parameters_in_url ? { ...draft, query: sentBy(draft), body: null } : draft;
}

/** HTTP Basic with both halves form-encoded first, RFC 6749 §2.3.1. */
export function basic(client_id: string, client_secret: string): string {
  const encode = (text: string) => encodeForm([['', text]]).slice(1);
  return `Basic ${Buffer.from(`${encode(client_id)}:${encode(client_secret)}`).toString('base64')}`;
}

/** How this client proves itself where it does not matter. */
export function authenticationOf(target: Target, client: TargetClient): Authentication {
  return client.client_secret === null ? 'none' : (target.client_authentication[0] ?? 'basic');
}

/** A request to the protected resource, RFC 6750 §2.1. */
export function resourceDraft(target: Target, access_token: string): RequestDraft {
  const { resource, quirks } = target;
  const scheme = quirks.token_scheme;
  const credentials = scheme === null ? `Bearer ${access_token}` : `${scheme} token="${access_token}"`;
  return {
    method: resource?.method ?? 'GET',
    url: resource?.url ?? '',
    query: [],
    headers: [
      ['accept', '*/*'],
      ['authorization', credentials],
    ],
    body: null,
  };
}

/** An introspection request, RFC 7662 §2.1. */
export function introspectionDraft(target: Target, client: TargetClient, token: string): RequestDraft {
  const draft = tokenDraft(target, client, authenticationOf(target, client), [['token', token]]);
  return { ...draft, url: target.introspection_endpoint ?? '' };
}
