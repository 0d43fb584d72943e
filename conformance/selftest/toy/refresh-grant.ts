import type { RegisteredClient } from './clients.ts';
import type { Parameters } from './parameters.ts';
import { isWellFormedScope } from './scope.ts';
import type { Grant, IssuedToken } from './store.ts';
import { Refusal } from './token-refusal.ts';
import type { Toy } from './toy.ts';

export interface Renewal {
  grant: Grant;
  /** What the new access token may do. */
  scope: readonly string[];
  /** What the next refresh token may still ask for. */
  kept: readonly string[];
  /** The refresh token that came; it is given back where nothing rotates. */
  token: string;
}

const reuseWindow = 10_000;

/** RFC 6749 §6: the token of this client, used once, for no more than the owner gave. */
export function redeemRefreshToken(toy: Toy, client: RegisteredClient, parameters: Parameters): Renewal {
  const token = parameters.get('refresh_token');
  if (token === undefined) throw new Refusal('invalid_request', 'refresh_token is missing');
  const fails = (reason: string) => new Refusal('invalid_grant', reason, { input: token });
  const issued = toy.store.refreshTokens.get(token) ?? lookalike(toy, token);
  if (issued === undefined) throw fails('the token is not known');
  if (!belongs(toy, issued, client)) throw fails('not yours');
  if (issued.grant.isRevoked && !toy.faulty('refreshes-revoked-grants')) throw fails('the grant is over');
  if (issued.isUsed && !mayBeReused(toy, issued)) {
    issued.grant.isRevoked = true;
    throw fails('the token was used');
  }
  const scope = narrow(toy, issued, parameters.get('scope'));
  if (!toy.varies('no-rotation')) {
    issued.isUsed = true;
    issued.expires = Date.now() + reuseWindow;
  }
  return {
    grant: issued.grant,
    scope,
    kept: toy.faulty('narrows-rotated-token') ? scope : issued.scope,
    token,
  };
}

/** Something else that the toy issued, taken for a refresh token. */
function lookalike(toy: Toy, token: string): IssuedToken | undefined {
  if (toy.faulty('takes-access-token-for-refresh-token')) return toy.store.accessTokens.get(token);
  if (toy.faulty('takes-code-for-refresh-token')) {
    const code = toy.store.codes.get(token);
    return code === undefined
      ? undefined
      : { grant: code.grant, scope: code.grant.scope, expires: Infinity, isUsed: false };
  }
  return toy.faulty('takes-any-refresh-token') ? [...toy.store.refreshTokens.values()].at(-1) : undefined;
}

function belongs(toy: Toy, { grant }: IssuedToken, client: RegisteredClient): boolean {
  if (grant.client === client) return true;
  if (toy.faulty('takes-refresh-token-of-another-client') && client.client_secret !== null) return true;
  return toy.faulty('takes-refresh-token-of-another-public-client') && client.client_secret === null;
}

function mayBeReused(toy: Toy, { expires }: IssuedToken): boolean {
  return toy.varies('refresh-reuse-window') && Date.now() < expires;
}

function narrow(toy: Toy, { scope }: IssuedToken, asked: string | undefined): readonly string[] {
  if (asked === undefined) return scope;
  const refusal = new Refusal('invalid_scope', 'that is more than was granted', { input: asked });
  if (!isWellFormedScope(asked)) throw refusal;
  const tokens = [...new Set(asked.split(' '))];
  if (toy.faulty('widens-scope-on-refresh')) return tokens;
  if (tokens.some((token) => !scope.includes(token))) throw refusal;
  if (toy.faulty('refuses-narrower-scope')) throw refusal;
  return toy.faulty('claims-narrower-scope') || toy.varies('narrowing-ignored') ? scope : tokens;
}
