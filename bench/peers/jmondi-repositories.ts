import { randomBytes } from 'node:crypto';
import {
  DateInterval,
  type OAuthAuthCodeRepository,
  type OAuthClient,
  type OAuthClientRepository,
  type OAuthScopeRepository,
  type OAuthToken,
  type OAuthTokenRepository,
  type OAuthUserRepository,
} from '@jmondi/oauth2-server';
import { client as known } from '../contestants/client.ts';
import type { PeerStore, StoredClient, StoredToken } from './peer-store.ts';

const scopes = [{ name: known.scope }];

/** The repositories that @jmondi/oauth2-server asks of its host, on a store. */
export function jmondiRepositories(store: PeerStore) {
  return {
    clients: clientRepository(store),
    tokens: tokenRepository(store),
    scopes: scopeRepository,
    codes: codeRepository(store),
    users: userRepository,
  };
}

const scopeRepository: OAuthScopeRepository = {
  getAllByIdentifiers: async (names) => scopes.filter(({ name }) => names.includes(name)),
  finalize: async (granted) => granted,
};

const userRepository: OAuthUserRepository = { getUserByCredentials: async (id) => ({ id }) };

function clientRepository(store: PeerStore): OAuthClientRepository {
  return {
    getByIdentifier: async (id) => clientOf(present(await store.findClient(id))),
    isClientValid: async (_grant, client, secret) => client.secret === secret,
  };
}

function codeRepository(store: PeerStore): OAuthAuthCodeRepository {
  return {
    async getByIdentifier(code) {
      const found = present(await store.findCode(code));
      return {
        code,
        redirectUri: found.redirect_uri,
        codeChallenge: found.code_challenge,
        codeChallengeMethod: found.code_challenge_method as 'S256',
        expiresAt: new Date(found.expires_at),
        user: { id: found.user_id },
        client: clientOf(present(await store.findClient(found.client_id))),
        scopes,
      };
    },
    issueAuthCode: (client, user, granted) => ({
      code: randomBytes(32).toString('base64url'),
      expiresAt: new DateInterval('15m').getEndDate(),
      user: user ?? null,
      client,
      scopes: granted,
    }),
    persist: (code) =>
      store.addCode({
        code: code.code,
        client_id: code.client.id,
        user_id: String(code.user?.id),
        scope: code.scopes.map(({ name }) => name).join(' '),
        redirect_uri: code.redirectUri ?? '',
        code_challenge: code.codeChallenge ?? '',
        code_challenge_method: code.codeChallengeMethod ?? '',
        expires_at: code.expiresAt.getTime(),
        is_revoked: false,
      }),
    isRevoked: async (code) => Boolean(present(await store.findCode(code)).is_revoked),
    async revoke(code) {
      if (!(await store.revokeCode(code))) throw new Error('revoked already');
    },
  };
}

function tokenRepository(store: PeerStore): OAuthTokenRepository {
  return {
    issueToken: async (client, granted, user) => ({
      accessToken: randomBytes(32).toString('base64url'),
      accessTokenExpiresAt: new DateInterval('1h').getEndDate(),
      client,
      user: user ?? null,
      scopes: granted,
    }),
    async issueRefreshToken(token) {
      token.refreshToken = randomBytes(32).toString('base64url');
      token.refreshTokenExpiresAt = new DateInterval('14d').getEndDate();
      await store.setRefreshToken(
        token.accessToken,
        token.refreshToken,
        token.refreshTokenExpiresAt.getTime(),
      );
      return token;
    },
    persist: (token) =>
      store.addToken({
        access_token: token.accessToken,
        access_expires_at: token.accessTokenExpiresAt.getTime(),
        refresh_token: token.refreshToken ?? null,
        refresh_expires_at: token.refreshTokenExpiresAt?.getTime() ?? null,
        client_id: token.client.id,
        user_id: String(token.user?.id),
        scope: token.scopes.map(({ name }) => name).join(' '),
        code: token.originatingAuthCodeId ?? null,
      }),
    async revoke(token) {
      if (!(await store.removeToken(token.accessToken))) throw new Error('revoked already');
    },
    isRefreshTokenRevoked: async ({ refreshTokenExpiresAt }) =>
      Date.now() > (refreshTokenExpiresAt?.getTime() ?? 0),
    getByRefreshToken: async (text) => tokenOf(present(await store.findByRefreshToken(text)), store),
    getByAccessToken: async (text) => tokenOf(present(await store.findByAccessToken(text)), store),
  };
}

function clientOf({ id, secret, redirect_uri }: StoredClient): OAuthClient {
  return {
    id,
    name: id,
    secret,
    redirectUris: [redirect_uri],
    // The library counts introspection as the grant of a client with a secret.
    allowedGrants: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes,
  };
}

async function tokenOf(found: StoredToken, store: PeerStore): Promise<OAuthToken> {
  return {
    accessToken: found.access_token,
    accessTokenExpiresAt: new Date(found.access_expires_at),
    refreshToken: found.refresh_token,
    refreshTokenExpiresAt: new Date(found.refresh_expires_at ?? 0),
    client: clientOf(present(await store.findClient(found.client_id))),
    user: { id: found.user_id },
    scopes,
  };
}

/** The library expects a repository to throw for what it does not have. */
function present<Entity>(entity: Entity | undefined): Entity {
  if (entity === undefined) throw new Error('not found');
  return entity;
}
