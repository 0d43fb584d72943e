import { randomBytes } from 'node:crypto';
import type { RegisteredClient } from './clients.ts';

/** What the owner gave to a client once; whatever is issued for it dies with it. */
export interface Grant {
  client: RegisteredClient;
  /** What the client asked for; null where it asked for nothing in particular. */
  asked: readonly string[] | null;
  /** What it got. */
  scope: readonly string[];
  isRevoked: boolean;
}

export interface Challenge {
  value: string;
  method: string;
}

export interface IssuedCode {
  grant: Grant;
  /** As the authorization request had it; null where it had none. */
  redirect_uri: string | null;
  challenge: Challenge | null;
  expires: number;
  isUsed: boolean;
}

export interface IssuedToken {
  grant: Grant;
  scope: readonly string[];
  expires: number;
  isUsed: boolean;
}

/** An authorization request that waits for its owner. */
export interface PendingRequest {
  client: RegisteredClient;
  /** Where the answer goes. */
  redirect_uri: string;
  sent_redirect_uri: string | null;
  state: string | null;
  asked: readonly string[] | null;
  scope: readonly string[];
  challenge: Challenge | null;
}

/** Everything that the toy remembers. */
export class Store {
  readonly codes = new Map<string, IssuedCode>();
  readonly accessTokens = new Map<string, IssuedToken>();
  readonly refreshTokens = new Map<string, IssuedToken>();
  /** Clients that registered themselves. */
  readonly registered = new Map<string, RegisteredClient>();
  readonly pending = new Map<string, PendingRequest>();
  /** Errors that wait for a click, each with where it goes. */
  readonly refusals = new Map<string, { redirect_uri: string; state: string | null; error: string }>();
  /** Sign-ins of owners, each with the value that its forms have to bring back. */
  readonly sessions = new Map<string, { csrf: string }>();
  #count = 0;

  /** Numbers from 1, for what is counted instead of drawn. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }
}

/** 256 bits that nobody guesses, RFC 6749 §10.10. */
export function draw(): string {
  return randomBytes(32).toString('base64url');
}
