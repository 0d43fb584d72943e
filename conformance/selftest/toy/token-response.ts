import { json, withHeader, type Reply } from './message.ts';
import { draw, type Grant } from './store.ts';
import type { Toy } from './toy.ts';

const lifetime = 3600;

export interface Issue {
  grant: Grant;
  scope: readonly string[];
  /** What the refresh token stands for. */
  kept: readonly string[];
  /** Whether the answer has a refresh token: a new one, this one, or none. */
  refresh: 'new' | 'none' | { same: string };
  /** The scope as the client asked for it; null where it did not ask. */
  asked: readonly string[] | null;
  /** Of a refresh, and not of a code. */
  isRefreshed?: boolean;
}

/** RFC 6749 §5.1. */
export function issueTokens(toy: Toy, issue: Issue): Reply {
  const access_token = newAccessToken(toy);
  const expires = Date.now() + lifetime * 1000;
  toy.store.accessTokens.set(access_token, {
    grant: issue.grant,
    scope: issue.scope,
    expires: issue.isRefreshed === true && toy.faulty('issues-dead-token-on-refresh') ? 0 : expires,
    isUsed: false,
  });
  const members = {
    access_token: toy.faulty('issues-empty-access-token') ? '' : access_token,
    ...(toy.faulty('omits-token-type') ? {} : { token_type: typeOf(toy) }),
    ...expiry(toy),
    ...refreshToken(toy, issue),
    ...scopeOf(toy, issue),
    ...(toy.varies('extra-members') ? { id: 7, 'x-note': { nested: [true, null] } } : {}),
  };
  return shaped(toy, json(toy.faulty('answers-tokens-with-201') ? 201 : 200, members));
}

function newAccessToken(toy: Toy): string {
  const number = toy.store.next();
  if (toy.faulty('counts-access-tokens')) return `at_${String(number).padStart(32, '0')}`;
  if (toy.faulty('draws-short-access-tokens')) return `${draw().slice(0, 4)}${String(number % 100)}`;
  if (toy.faulty('repeats-access-tokens')) return `at_${'r'.repeat(43)}`;
  if (toy.faulty('issues-access-token-with-odd-characters')) return `at_${draw()} \u00e9`;
  if (!toy.varies('tokens-look-like-jwt')) return `at_${draw()}`;
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode({ iss: toy.issuer, jti: number })}.${draw()}`;
}

function typeOf(toy: Toy): unknown {
  if (toy.faulty('token-type-is-no-string')) return 1;
  return toy.varies('lower-case-token-type') ? 'bearer' : 'Bearer';
}

function expiry(toy: Toy): object {
  if (toy.varies('no-expires-in')) return {};
  if (toy.faulty('expires-in-is-a-date'))
    return { expires_in: new Date(Date.now() + lifetime * 1000).toISOString() };
  if (toy.faulty('expires-in-is-negative')) return { expires_in: -1 };
  return { expires_in: toy.faulty('expires-in-is-a-string') ? String(lifetime) : lifetime };
}

function refreshToken(toy: Toy, { grant, kept, refresh }: Issue): object {
  if (refresh === 'none') return toy.faulty('refresh-token-is-null') ? { refresh_token: null } : {};
  const refresh_token = refresh === 'new' ? newRefreshToken(toy) : refresh.same;
  if (refresh === 'new')
    toy.store.refreshTokens.set(refresh_token, { grant, scope: kept, expires: Infinity, isUsed: false });
  return { refresh_token };
}

function newRefreshToken(toy: Toy): string {
  const number = toy.store.next();
  if (toy.faulty('counts-refresh-tokens')) return `rt_${String(number).padStart(32, '0')}`;
  if (toy.faulty('draws-short-refresh-tokens')) return `${draw().slice(0, 4)}${String(number % 100)}`;
  if (toy.faulty('issues-refresh-token-with-odd-characters')) return `rt_${draw()}\u00e9`;
  return `rt_${draw()}`;
}

/** RFC 6749 §5.1: compulsory where it differs from what was asked for. */
function scopeOf(toy: Toy, { scope, asked }: Issue): object {
  if (toy.faulty('scope-is-a-list')) return { scope };
  if (toy.faulty('scope-is-separated-by-commas')) return { scope: scope.join(',') };
  const isSame =
    asked !== null && asked.length === scope.length && asked.every((token) => scope.includes(token));
  if (!isSame && toy.faulty('says-nothing-of-another-scope')) return {};
  if (isSame && toy.varies('scope-only-when-different')) return {};
  return {
    scope: toy.faulty('claims-narrower-scope') ? (asked ?? scope).join(' ') : scope.join(' '),
  };
}

/** What a careless framework makes of an answer. */
function shaped(toy: Toy, reply: Reply): Reply {
  if (toy.faulty('omits-no-store')) return withHeader(reply, 'cache-control', null);
  if (toy.faulty('no-cache-for-no-store')) return withHeader(reply, 'cache-control', 'no-cache, private');
  if (toy.faulty('omits-pragma')) return withHeader(reply, 'pragma', null);
  if (toy.faulty('mislabels-tokens')) return withHeader(reply, 'content-type', 'text/html');
  if (toy.faulty('mislabels-tokens-as-javascript'))
    return withHeader(reply, 'content-type', 'text/javascript');
  if (toy.faulty('repeats-token-member'))
    return { ...reply, body: reply.body.replace('{', '{"token_type":"mac",') };
  if (toy.faulty('puts-token-into-cookie')) {
    const { access_token } = JSON.parse(reply.body) as { access_token: string };
    return withHeader(reply, 'set-cookie', `token=${access_token}`);
  }
  if (toy.faulty('wraps-tokens')) return { ...reply, body: `{"data":${reply.body}}` };
  return toy.varies('charset-in-media-type')
    ? withHeader(reply, 'content-type', 'application/json;charset=UTF-8')
    : reply;
}
