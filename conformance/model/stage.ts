import type { Change } from './change.ts';
import type { Exchange } from './exchange.ts';
import type { ClientRole } from './client-role.ts';
import type { AuthorizationBase, Expectation, HttpBase } from './expectation.ts';
import type { AuthorizationOutcome, HttpOutcome } from './outcome.ts';
import type { Gravity } from './finding.ts';
import type { Target } from '../target/target.ts';

/** What a client asks to be registered as, RFC 7591 §2. */
export type ClientMetadata = Readonly<Record<string, unknown>>;

/** Tokens as an exchange gave them. */
export interface Tokens {
  access_token: string;
  refresh_token?: string;
  scope?: string;
}

/** A code with the request that it was issued for. */
export interface Code {
  code: string;
  redirect_uri: string;
  code_verifier: string | null;
  client: ClientRole;
}

export interface CodeOptions {
  client?: ClientRole;
  change?: Change | undefined;
  /** In place of a random one; the request carries its S256 challenge. */
  code_verifier?: string;
  /** Why the target may refuse the changed request: the scenario is then skipped, and not blocked. */
  unless?: string;
}

/** What a story may do. Every request is recorded; a precondition that fails ends the story as blocked. */
export interface Stage {
  readonly target: Target;
  /** Sends an authorization request and plays the owner to the end. */
  authorize(options?: {
    client?: ClientRole | undefined;
    base?: AuthorizationBase;
    change?: Change | undefined;
    /** `fresh`: without cookies, so that the owner is not signed in yet. */
    browser?: 'fresh' | undefined;
    /** `absent`: nobody signs in, and nobody presses a button. */
    owner?: 'absent' | undefined;
  }): Promise<AuthorizationOutcome>;
  /** The code that came with an answer; null where none did. */
  codeOf(outcome: AuthorizationOutcome): Code | null;
  /** A fresh code of a valid request, or of one with a change that is legal. */
  obtainCode(options?: CodeOptions): Promise<Code>;
  /** Sends a code to the token endpoint. */
  exchange(code: Code, options?: { client?: ClientRole; change?: Change }): Promise<HttpOutcome>;
  /** A code and its exchange, which has to succeed. */
  obtainTokens(options?: { client?: ClientRole; change?: Change }): Promise<Tokens>;
  refresh(refresh_token: string, options?: { client?: ClientRole; change?: Change }): Promise<HttpOutcome>;
  /** The tokens of an answer that has to be a success. */
  tokensOf(outcome: HttpOutcome): Tokens;
  /** The valid request of a base, with the change. */
  probe(base: HttpBase, change?: Change): Promise<HttpOutcome>;
  /** A request to the protected resource. */
  callResource(access_token: string, options?: { change?: Change }): Promise<HttpOutcome>;
  /** What the server says of itself, RFC 8414 §3. */
  readMetadata(): Promise<HttpOutcome>;
  /** A valid registration (RFC 7591 §3.1) of such a client, or what an edit makes of it. It is deleted afterwards. */
  register(role: 'confidential' | 'public', edit?: (valid: ClientMetadata) => object): Promise<HttpOutcome>;
  /** Whether the access token opens the resource, or is active by introspection. */
  isAlive(access_token: string): Promise<boolean>;
  /** The scope of the token by introspection; null where nothing tells. */
  grantedScope(access_token: string): Promise<string | null>;
  /** What valid requests of the client ask for. */
  scopesOf(client: ClientRole): readonly string[];
  /** Ends the story as blocked where a precondition does not hold. */
  require(holds: boolean, reason: string): void;
  /** Applies an expectation to an outcome. */
  expect<Outcome>(outcome: Outcome, ...expectations: readonly Expectation<Outcome>[]): void;
  /** Records a finding of the story's own. `received` null: it held. */
  found(expected: string, received: string | null, gravity?: Gravity): void;
  readonly exchanges: readonly Exchange[];
}
