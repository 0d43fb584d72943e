import { withHeader, json, type Reply, type Request } from './message.ts';
import type { IssuedToken } from './store.ts';
import type { Toy } from './toy.ts';

const demanded = 'profile';

export function isAlive(toy: Toy, { grant, expires }: IssuedToken): boolean {
  return expires > Date.now() && (!grant.isRevoked || toy.faulty('honours-revoked-tokens'));
}

/** RFC 6750: the protected resource, which wants one bearer token with the scope `profile`. */
export function resource(toy: Toy, request: Request): Reply {
  const tokens = presented(toy, request);
  if (tokens === 'malformed') return refuse(toy, 400, 'invalid_request');
  const [token, ...more] = tokens;
  if (token === undefined) return demand(toy);
  if (more.length > 0 && !toy.faulty('takes-several-bearer-tokens'))
    return refuse(toy, 400, 'invalid_request');
  const issued = find(toy, token);
  if (issued === undefined) {
    if (toy.faulty('breaks-on-unknown-token')) return json(500, {});
    return toy.faulty('opens-for-any-token') ? open(toy) : refuseToken(toy, token);
  }
  if (!isAlive(toy, issued)) return refuseToken(toy, token);
  const suffices = issued.scope.includes(demanded) || toy.faulty('ignores-scope-at-resource');
  return suffices ? open(toy) : refuseScope(toy);
}

function find(toy: Toy, token: string): IssuedToken | undefined {
  const { accessTokens, refreshTokens } = toy.store;
  const isLong = toy.faulty('compares-beginning-of-token');
  const lookalike = isLong ? accessTokens.get(token.slice(0, 46)) : undefined;
  const refresh = toy.faulty('opens-for-refresh-token') ? refreshTokens.get(token) : undefined;
  return accessTokens.get(token) ?? lookalike ?? refresh;
}

/** RFC 6750 §2: in the header, or in a form; never in the URL here. */
function presented(toy: Toy, request: Request): string[] | 'malformed' {
  const found: string[] = [];
  const authorization = asBearer(toy, request.headers.authorization);
  const scheme = toy.faulty('minds-case-of-bearer') ? /^Bearer(?:\s|$)/ : /^Bearer(?:\s|$)/i;
  if (authorization !== undefined && scheme.test(authorization)) {
    const token = /^\S+ +([A-Za-z0-9._~+/-]+=*)$/.exec(authorization)?.[1];
    if (token === undefined) return toy.faulty('takes-malformed-bearer-for-none') ? [] : 'malformed';
    found.push(token);
  } else if (authorization !== undefined && toy.faulty('takes-token-of-any-scheme')) {
    found.push(authorization.split(' ').at(-1) ?? '');
  }
  const isBodyRead = request.method !== 'GET' || toy.faulty('reads-token-from-body-of-get');
  const bodies = isBodyRead && !toy.faulty('takes-no-token-in-form') ? (request.form ?? []) : [];
  const isQueryRead = toy.varies('token-in-url-taken') || toy.faulty('takes-token-of-url');
  const query = isQueryRead ? request.query : [];
  for (const [name, value] of [...bodies, ...query]) if (name === 'access_token') found.push(value);
  return found;
}

/** A toy with a scheme of its own, beside Bearer or in its place. */
function asBearer(toy: Toy, authorization: string | undefined): string | undefined {
  const isDemanded = toy.faulty('demands-scheme-of-its-own');
  if (!isDemanded && !toy.faulty('takes-scheme-of-its-own')) return authorization;
  const token = /^Token token="([^"]*)"$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) return `Bearer ${token}`;
  return isDemanded ? undefined : authorization;
}

function open(toy: Toy): Reply {
  const reply = json(200, { name: 'Alice' });
  return toy.faulty('lets-resource-be-stored')
    ? withHeader(reply, 'cache-control', 'public, max-age=60')
    : reply;
}

/** RFC 6750 §3.1: without a token there is a challenge and no error code. */
function demand(toy: Toy): Reply {
  if (toy.faulty('opens-without-token')) return open(toy);
  if (toy.faulty('refuses-without-challenge')) return json(401, {});
  if (toy.faulty('sends-browser-to-sign-in'))
    return { status: 302, headers: [['location', '/sign-in']], body: '' };
  const status = toy.faulty('403-without-token') ? 403 : 401;
  return challenge(
    toy,
    status,
    toy.faulty('names-an-error-without-token') ? [['error', 'invalid_token']] : [],
  );
}

function refuseToken(toy: Toy, token: string): Reply {
  if (toy.faulty('403-for-invalid-token')) return challenge(toy, 403, [['error', 'invalid_token']]);
  const reflected = toy.faulty('reflects-token-in-challenge')
    ? [['error_description', `no ${token}`] as const]
    : [];
  if (toy.faulty('invalid-token-without-challenge')) return json(401, { error: 'invalid_token' });
  const error = toy.faulty('calls-invalid-token-invalid-request') ? 'invalid_request' : 'invalid_token';
  return challenge(toy, 401, [['error', error], ...reflected]);
}

function refuseScope(toy: Toy): Reply {
  if (toy.faulty('refuses-scope-without-challenge')) return json(403, {});
  const isMisnamed = toy.faulty('calls-insufficient-scope-invalid-token');
  const status = toy.faulty('401-for-insufficient-scope') ? 401 : 403;
  return challenge(toy, status, [
    ['error', isMisnamed ? 'invalid_token' : 'insufficient_scope'],
    ['scope', demanded],
  ]);
}

function refuse(toy: Toy, status: number, error: string): Reply {
  return challenge(toy, toy.faulty('403-for-malformed-bearer-request') ? 403 : status, [['error', error]]);
}

/** RFC 6750 §3: the scheme and at least one parameter, each once. */
function challenge(toy: Toy, status: number, parameters: readonly (readonly [string, string])[]): Reply {
  const scheme = toy.faulty('challenges-with-basic-at-resource') ? 'Basic' : 'Bearer';
  const all = [['realm', 'toy'] as const, ...parameters, ...described(toy, parameters.length > 0)];
  const repeated = toy.faulty('repeats-challenge-parameter') ? [...all, ['realm', 'toy'] as const] : all;
  const text = repeated.map(([name, value]) => `${name}="${value}"`).join(', ');
  const value = toy.faulty('challenges-without-parameters') ? scheme : `${scheme} ${text}`;
  const values = toy.varies('several-challenges') ? [`Basic realm="toy"`, value] : [value];
  return json(
    status,
    {},
    values.map((line) => ['www-authenticate', line] as const),
  );
}

function described(toy: Toy, isError: boolean): (readonly [string, string])[] {
  if (!isError) return [];
  if (toy.faulty('odd-characters-in-challenge-description'))
    return [['error_description', 'ung\u00fcltig \\']];
  return [['error_description', 'this token opens nothing here']];
}
