import { randomBytes } from 'node:crypto';
import {
  DateInterval,
  OAuthException,
  type OAuthAuthCode,
  type OAuthAuthCodeRepository,
  type OAuthClient,
  type OAuthClientRepository,
  type OAuthScopeRepository,
  type OAuthToken,
  type OAuthTokenRepository,
  type OAuthUserRepository,
} from '@jmondi/oauth2-server';
import { owner, registeredClients } from './registered-clients.ts';
import { scopes } from './scopes.ts';

/** The storage that the library asks of its host, in memory, as its documentation lays it out. */
export function jmondiRepositories() {
  const codes = new Map<string, OAuthAuthCode>();
  const tokens = new Set<OAuthToken>();
  return {
    clients: clientRepository,
    tokens: tokenRepository(tokens),
    scopes: scopeRepository,
    codes: codeRepository(codes),
    users: userRepository,
  };
}

const knownScopes = scopes.map((name) => ({ name }));

const clients = new Map(
  Object.values(registeredClients).map(({ id, secret, redirectUris, grants }): [string, OAuthClient] => {
    // The library counts introspection as the grant of a client with a secret.
    const allowedGrants = [...grants, ...(secret === null ? [] : ['client_credentials' as const])];
    return [
      id,
      { id, name: id, secret, redirectUris: [...redirectUris], allowedGrants, scopes: knownScopes },
    ];
  }),
);

const clientRepository: OAuthClientRepository = {
  // The library takes a client that is not there as one that cannot prove itself.
  getByIdentifier: async (id) => clients.get(id) as OAuthClient,
  isClientValid: async (grant, client, secret) => {
    if ((client.secret ?? null) !== (secret ?? null)) return false;
    if (!client.allowedGrants.includes(grant)) throw OAuthException.unauthorizedClient();
    return true;
  },
};

const scopeRepository: OAuthScopeRepository = {
  getAllByIdentifiers: async (names) => knownScopes.filter(({ name }) => names.includes(name)),
  // RFC 6749 §3.3: who asks for nothing gets the default.
  finalize: async (granted) => (granted.length === 0 ? knownScopes.slice(0, 1) : granted),
};

const userRepository: OAuthUserRepository = {
  getUserByCredentials: async (id) => (id === owner.username ? { id } : undefined),
};

function codeRepository(codes: Map<string, OAuthAuthCode>): OAuthAuthCodeRepository {
  const revoked = new Set<string>();
  return {
    getByIdentifier: async (code) => present(codes.get(code)),
    issueAuthCode: (client, user, granted) => ({
      code: randomBytes(24).toString('base64url'),
      expiresAt: new DateInterval('15m').getEndDate(),
      user: user ?? null,
      client,
      scopes: granted,
    }),
    persist: async (code) => void codes.set(code.code, code),
    isRevoked: async (code) => revoked.has(code),
    revoke: async (code) => void revoked.add(code),
  };
}

function tokenRepository(tokens: Set<OAuthToken>): OAuthTokenRepository {
  const end = (token: OAuthToken) => {
    token.accessTokenExpiresAt = new Date(0);
    token.refreshTokenExpiresAt = new Date(0);
  };
  const find = (isMeant: (token: OAuthToken) => boolean) => present([...tokens].find(isMeant));
  return {
    issueToken: async (client, granted, user) => ({
      accessToken: randomBytes(24).toString('base64url'),
      accessTokenExpiresAt: new DateInterval('1h').getEndDate(),
      client,
      user: user ?? null,
      scopes: granted,
    }),
    issueRefreshToken: async (token, client) => {
      if (!client.allowedGrants.includes('refresh_token')) return token;
      token.refreshToken = randomBytes(24).toString('base64url');
      token.refreshTokenExpiresAt = new DateInterval('14d').getEndDate();
      return token;
    },
    persist: async (token) => void tokens.add(token),
    revoke: async (token) => end(token),
    revokeDescendantsOf: async (code) =>
      [...tokens].filter((token) => token.originatingAuthCodeId === code).forEach(end),
    isRefreshTokenRevoked: async ({ refreshTokenExpiresAt }) =>
      Date.now() > (refreshTokenExpiresAt?.getTime() ?? 0),
    getByRefreshToken: async (name) => find((token) => token.refreshToken === name),
    getByAccessToken: async (name) => find((token) => token.accessToken === name),
  };
}

/** The library expects a repository to throw for what it does not have. */
function present<Entity>(entity: Entity | undefined): Entity {
  if (entity === undefined) throw new Error('not found');
  return entity;
}
