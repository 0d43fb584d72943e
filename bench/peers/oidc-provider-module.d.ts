/** More of oidc-provider, which ships no types, than the host of the conformance suite uses. */
declare module 'oidc-provider' {
  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface AdapterPayload {
    uid?: string;
    grantId?: string;
    consumed?: number;
    [claim: string]: unknown;
  }

  interface Client {
    clientId: string;
  }

  interface Context {
    path: string;
  }

  interface Model {
    save(ttl?: number): Promise<string>;
  }

  type ModelClass = new (properties: object) => Model;

  export interface Configuration {
    adapter?: (model: string) => Adapter;
    rotateRefreshToken?: boolean;
  }

  export interface Provider {
    readonly AuthorizationCode: ModelClass;
    readonly AccessToken: {
      find(token: string): Promise<{ isValid: boolean } | undefined>;
    };
    readonly Client: { find(id: string): Promise<Client | undefined> };
    use(step: (context: Context, next: () => Promise<void>) => Promise<void>): void;
  }
}
