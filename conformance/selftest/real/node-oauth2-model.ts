import type {
  AuthorizationCode,
  AuthorizationCodeModel,
  Client,
  RefreshToken,
  RefreshTokenModel,
  Token,
  User,
} from '@node-oauth/oauth2-server';
import { registeredClients } from './registered-clients.ts';
import { scopes } from './scopes.ts';

const clients = new Map(
  Object.values(registeredClients).map(({ id, secret, redirectUris, grants }) => [
    id,
    { secret, client: { id, redirectUris: [...redirectUris], grants: [...grants] } satisfies Client },
  ]),
);

/** The storage that the library asks of its host, in memory. */
export class NodeOauthModel implements AuthorizationCodeModel, RefreshTokenModel {
  readonly #codes = new Map<string, AuthorizationCode>();
  readonly #redeemed = new Set<string>();
  readonly #tokens = new Set<Token>();

  /** The secret is null at the authorization endpoint, where there is nothing to prove. */
  async getClient(clientId: string, clientSecret: string | null | undefined): Promise<Client | false> {
    const found = clients.get(clientId);
    if (found === undefined) return false;
    const isProved = clientSecret === null || (clientSecret ?? '') === (found.secret ?? '');
    return isProved && found.client;
  }

  async saveAuthorizationCode(
    code: Pick<AuthorizationCode, 'authorizationCode' | 'expiresAt' | 'redirectUri' | 'scope'>,
    client: Client,
    user: User,
  ): Promise<AuthorizationCode> {
    const saved = { ...code, client, user };
    this.#codes.set(code.authorizationCode, saved);
    return saved;
  }

  /** RFC 6749 §4.1.2: whoever brings a code for the second time ends what it gave. */
  async getAuthorizationCode(code: string): Promise<AuthorizationCode | undefined> {
    if (this.#redeemed.has(code)) {
      for (const token of this.#tokens) if (token['authorizationCode'] === code) this.#tokens.delete(token);
    }
    return this.#codes.get(code);
  }

  async revokeAuthorizationCode({ authorizationCode }: AuthorizationCode): Promise<boolean> {
    this.#redeemed.add(authorizationCode);
    return this.#codes.delete(authorizationCode);
  }

  async saveToken(token: Token, client: Client, user: User): Promise<Token> {
    const saved = { ...token, client, user };
    this.#tokens.add(saved);
    return saved;
  }

  async getAccessToken(accessToken: string): Promise<Token | undefined> {
    return [...this.#tokens].find((token) => token.accessToken === accessToken);
  }

  async getRefreshToken(refreshToken: string): Promise<RefreshToken | undefined> {
    const found = [...this.#tokens].find((token) => token.refreshToken === refreshToken);
    return found as RefreshToken | undefined;
  }

  async revokeToken({ refreshToken }: RefreshToken): Promise<boolean> {
    const found = [...this.#tokens].find((token) => token.refreshToken === refreshToken);
    return found !== undefined && this.#tokens.delete(found);
  }

  /** Without a scope the default one; with one that is not known, a refusal. */
  async validateScope(_user: User, _client: Client, scope?: string[]): Promise<string[] | false> {
    if (scope === undefined) return ['profile'];
    return scope.every((name) => scopes.includes(name)) && scope;
  }

  async verifyScope({ scope = [] }: Token, demanded: string[]): Promise<boolean> {
    return demanded.every((name) => scope.includes(name));
  }
}
