import { client } from '../contestants/client.ts';
import type { PeerDatabase, PeerStore, StoredCode, StoredToken } from './peer-store.ts';

/** Nothing to wait for, and nothing left after a restart. */
export function inMemory(): PeerDatabase {
  const store = memoryStore();
  return { store, inTransaction: (act) => act(store) };
}

function memoryStore(): PeerStore {
  const registered = { id: client.id, secret: client.secret, redirect_uri: client.redirectUri };
  const codes = new Map<string, StoredCode>();
  const tokens = new Map<string, StoredToken>();
  const byRefreshToken = new Map<string, StoredToken>();
  const remember = (token: StoredToken): void => {
    tokens.set(token.access_token, token);
    if (token.refresh_token !== null) byRefreshToken.set(token.refresh_token, token);
  };
  return {
    findClient: async (id) => (id === registered.id ? registered : undefined),
    addCode: async (code) => void codes.set(code.code, code),
    findCode: async (code) => codes.get(code),
    async revokeCode(code) {
      const found = codes.get(code);
      if (found === undefined || found.is_revoked === true) return false;
      found.is_revoked = true;
      return true;
    },
    addToken: async (token) => remember(token),
    async setRefreshToken(access_token, refresh_token, refresh_expires_at) {
      const found = tokens.get(access_token);
      if (found !== undefined) remember({ ...found, refresh_token, refresh_expires_at });
    },
    findByAccessToken: async (token) => tokens.get(token),
    findByRefreshToken: async (token) => byRefreshToken.get(token),
    async removeToken(access_token) {
      byRefreshToken.delete(tokens.get(access_token)?.refresh_token ?? '');
      return tokens.delete(access_token);
    },
  };
}
