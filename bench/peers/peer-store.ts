/**
 * What the hosts of @node-oauth/oauth2-server and @jmondi/oauth2-server keep for their library, once in memory and once in
 * SQLite. Instants are milliseconds since 1970.
 */
export interface StoredCode {
  code: string;
  client_id: string;
  user_id: string;
  scope: string;
  redirect_uri: string;
  code_challenge: string;
  code_challenge_method: string;
  expires_at: number;
  is_revoked: boolean | number;
}

export interface StoredToken {
  access_token: string;
  access_expires_at: number;
  refresh_token: string | null;
  refresh_expires_at: number | null;
  client_id: string;
  user_id: string;
  scope: string;
  /** The code that it came from. */
  code: string | null;
}

export interface StoredClient {
  id: string;
  secret: string;
  redirect_uri: string;
}

export interface PeerStore {
  findClient(id: string): Promise<StoredClient | undefined>;
  addCode(code: StoredCode): Promise<void>;
  findCode(code: string): Promise<StoredCode | undefined>;
  /** False where it was revoked already. */
  revokeCode(code: string): Promise<boolean>;
  addToken(token: StoredToken): Promise<void>;
  setRefreshToken(access_token: string, refresh_token: string, expires_at: number): Promise<void>;
  findByAccessToken(access_token: string): Promise<StoredToken | undefined>;
  findByRefreshToken(refresh_token: string): Promise<StoredToken | undefined>;
  removeToken(access_token: string): Promise<boolean>;
}

export interface PeerDatabase {
  /** For what is only looked up. */
  store: PeerStore;
  /** Whatever the act does through the store takes effect as a whole, and is durable when the promise resolves. */
  inTransaction<Result>(act: (store: PeerStore) => Promise<Result>): Promise<Result>;
}
