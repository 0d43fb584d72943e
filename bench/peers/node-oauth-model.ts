import type {
  AuthorizationCode,
  AuthorizationCodeModel,
  Client,
  RefreshToken,
  RefreshTokenModel,
  Token,
} from '@node-oauth/oauth2-server';
import { client as known } from '../contestants/client.ts';
import type { PeerStore, StoredClient, StoredToken } from './peer-store.ts';

/** The model that @node-oauth/oauth2-server asks of its host, on a store. */
export function nodeOauthModel(store: PeerStore): AuthorizationCodeModel & RefreshTokenModel {
  return {
    async getClient(id, secret) {
      const found = await store.findClient(id);
      // The authorization endpoint asks with null: there is nothing to prove.
      if (found === undefined || (secret !== null && secret !== found.secret)) return false;
      return clientOf(found);
    },
    async saveAuthorizationCode(code, client, user) {
      await store.addCode({
        code: code.authorizationCode,
        client_id: client.id,
        user_id: String(user['id']),
        scope: (code.scope ?? []).join(' '),
        redirect_uri: code.redirectUri,
        code_challenge: code.codeChallenge ?? '',
        code_challenge_method: code.codeChallengeMethod ?? '',
        expires_at: code.expiresAt.getTime(),
        is_revoked: false,
      });
      return { ...code, client, user };
    },
    async getAuthorizationCode(text) {
      const found = await store.findCode(text);
      if (found === undefined || Boolean(found.is_revoked)) return undefined;
      return {
        authorizationCode: found.code,
        expiresAt: new Date(found.expires_at),
        redirectUri: found.redirect_uri,
        scope: found.scope.split(' '),
        codeChallenge: found.code_challenge,
        codeChallengeMethod: found.code_challenge_method,
        client: namedClient(found.client_id),
        user: { id: found.user_id },
      } satisfies AuthorizationCode;
    },
    revokeAuthorizationCode: ({ authorizationCode }) => store.revokeCode(authorizationCode),
    async saveToken(token, client, user) {
      await store.addToken({
        access_token: token.accessToken,
        access_expires_at: token.accessTokenExpiresAt?.getTime() ?? 0,
        refresh_token: token.refreshToken ?? null,
        refresh_expires_at: token.refreshTokenExpiresAt?.getTime() ?? null,
        client_id: client.id,
        user_id: String(user['id']),
        scope: (token.scope ?? []).join(' '),
        code: null,
      });
      return { ...token, client, user };
    },
    async getAccessToken(text) {
      const found = await store.findByAccessToken(text);
      return found && tokenOf(found);
    },
    async getRefreshToken(text) {
      const found = await store.findByRefreshToken(text);
      return found && (tokenOf(found) as RefreshToken);
    },
    async revokeToken(token) {
      const found = await store.findByRefreshToken(token.refreshToken);
      return found !== undefined && (await store.removeToken(found.access_token));
    },
    validateScope: async (_user, _client, scope) =>
      scope?.every((name) => name === known.scope) === true && scope,
    verifyScope: async (token: Token, demanded: string[]) =>
      demanded.every((name) => token.scope?.includes(name)),
  };
}

function clientOf({ id, redirect_uri }: StoredClient): Client {
  return { id, redirectUris: [redirect_uri], grants: ['authorization_code', 'refresh_token'] };
}

function namedClient(id: string): Client {
  return { id, grants: ['authorization_code', 'refresh_token'] };
}

function tokenOf(found: StoredToken): Token {
  return {
    accessToken: found.access_token,
    accessTokenExpiresAt: new Date(found.access_expires_at),
    ...(found.refresh_token === null ? {} : { refreshToken: found.refresh_token }),
    refreshTokenExpiresAt: new Date(found.refresh_expires_at ?? 0),
    scope: found.scope.split(' '),
    client: namedClient(found.client_id),
    user: { id: found.user_id },
  };
}
