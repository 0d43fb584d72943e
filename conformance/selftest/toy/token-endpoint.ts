import { authenticateClient } from './client-authentication.ts';
import type { RegisteredClient } from './clients.ts';
import { redeemCode } from './code-grant.ts';
import { json, type Reply, type Request } from './message.ts';
import type { Parameters } from './parameters.ts';
import { redeemRefreshToken } from './refresh-grant.ts';
import { tokenParameters } from './token-parameters.ts';
import { Refusal, refusalReply } from './token-refusal.ts';
import { issueTokens } from './token-response.ts';
import type { Toy } from './toy.ts';

/** RFC 6749 §3.2: the client first, then the grant. Null: the toy never answers. */
export function token(toy: Toy, request: Request): Reply | null {
  try {
    const parameters = tokenParameters(toy, request);
    const client = authenticate(toy, request, parameters);
    return grant(toy, client, parameters);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (request.method !== 'POST' && !toy.faulty('takes-token-request-by-get')) return wrongMethod(toy);
    if (error.error === 'unsupported_grant_type' && toy.faulty('hangs-on-unknown-grant')) return null;
    return toy.faulty('breaks-on-token-error')
      ? json(500, { error: 'server_error' })
      : refusalReply(toy, error);
  }
}

function authenticate(toy: Toy, request: Request, parameters: Parameters): RegisteredClient {
  try {
    return authenticateClient(toy, request, parameters);
  } catch (error) {
    const issued = toy.store.codes.get(parameters.get('code') ?? '');
    if (issued !== undefined && toy.faulty('burns-code-of-failed-authentication')) issued.isUsed = true;
    throw error;
  }
}

function wrongMethod(toy: Toy): Reply {
  if (toy.faulty('breaks-on-another-method')) return json(500, { error: 'server_error' });
  const status = toy.varies('404-for-other-methods') ? 404 : 405;
  return json(status, { error: 'invalid_request' }, status === 405 ? [['allow', 'POST']] : []);
}

function grant(toy: Toy, client: RegisteredClient, parameters: Parameters): Reply {
  const grant_type = readGrantType(toy, parameters);
  if (grant_type === undefined) throw new Refusal(...missingGrantType(toy));
  switch (grant_type) {
    case 'authorization_code':
      requireGrant(client, 'authorization_code');
      return exchange(toy, client, parameters);
    case 'refresh_token':
      if (toy.varies('no-refresh-tokens')) throw new Refusal('unsupported_grant_type', 'no refreshing here');
      requireGrant(client, 'refresh_token');
      return refresh(toy, client, parameters);
    default:
      throw new Refusal('unsupported_grant_type', 'the grant is not known', { input: grant_type });
  }
}

function readGrantType(toy: Toy, parameters: Parameters): string | undefined {
  const sent = parameters.get('grant_type');
  if (sent === undefined) return toy.faulty('grant-type-may-be-missing') ? 'authorization_code' : undefined;
  if (sent === '' && toy.faulty('blank-grant-type-is-a-value')) return 'authorization_code';
  if (toy.faulty('ignores-case-of-grant-type')) return sent.toLowerCase();
  if (sent === 'authorization-code' && toy.faulty('takes-hyphenated-grant-type')) return 'authorization_code';
  if (toy.faulty('demands-hyphenated-grant-type')) return swapSpelling(sent);
  const isKnown = sent === 'authorization_code' || sent === 'refresh_token';
  return !isKnown && toy.faulty('unknown-grant-means-code') ? 'authorization_code' : sent;
}

/** As if the text had a hyphen where it has an underscore. */
function swapSpelling(sent: string): string {
  const spellings = ['authorization-code', 'authorization_code'];
  return spellings.includes(sent) ? (spellings.find((spelling) => spelling !== sent) ?? sent) : sent;
}

function missingGrantType(toy: Toy): [string, string] {
  const error = toy.varies('other-legal-error-codes') ? 'unsupported_grant_type' : 'invalid_request';
  return [error, 'grant_type is missing'];
}

/** RFC 6749 §5.2, `unauthorized_client`. */
function requireGrant(client: RegisteredClient, name: RegisteredClient['grants'][number]): void {
  if (client.grants.includes(name)) return;
  throw new Refusal('unauthorized_client', 'the client may not do that');
}

function exchange(toy: Toy, client: RegisteredClient, parameters: Parameters): Reply {
  const redeemed = redeemCode(toy, client, parameters);
  const { scope } = redeemed;
  const mayRefresh = client.grants.includes('refresh_token');
  const refresh = mayRefresh && !toy.varies('no-refresh-tokens') ? 'new' : 'none';
  return issueTokens(toy, { grant: redeemed, scope, kept: scope, refresh, asked: redeemed.asked });
}

function refresh(toy: Toy, client: RegisteredClient, parameters: Parameters): Reply {
  const { grant: redeemed, scope, kept, token } = redeemRefreshToken(toy, client, parameters);
  const asked = parameters.get('scope')?.split(' ') ?? kept;
  const answersNone = toy.varies('no-rotation');
  const refresh = answersNone
    ? 'none'
    : toy.faulty('hands-back-used-refresh-token')
      ? { same: token }
      : 'new';
  return issueTokens(toy, { grant: redeemed, scope, kept, refresh, asked, isRefreshed: true });
}
