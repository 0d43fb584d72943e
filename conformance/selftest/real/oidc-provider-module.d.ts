/** The part of oidc-provider that its host here uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  export interface Configuration {
    clients: readonly object[];
    scopes: readonly string[];
    claims: Readonly<Record<string, readonly string[]>>;
    findAccount(context: unknown, id: string): { accountId: string; claims(): object };
    issueRefreshToken(context: unknown, client: { grantTypeAllowed(grant: string): boolean }): boolean;
    features: Readonly<Record<string, { enabled: boolean }>>;
    cookies: { keys: readonly string[] };
  }

  export interface Interaction {
    prompt: { name: string; details: Readonly<Record<string, unknown>> };
    params: Readonly<Record<string, string | undefined>>;
    session?: { accountId: string };
    grantId?: string;
  }

  export type InteractionResult =
    { login: { accountId: string } } | { consent: { grantId: string } } | { error: string };

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: {
      new (properties: { accountId: string | undefined; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: InteractionResult,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
