import type { Delivery, Fields, ResponseMode } from './authorization-response.ts';
import { deliver, responseModes } from './authorization-response.ts';
import { resolveCodeChallenge } from './pkce.ts';
import type { Client, Clients } from './ports.ts';
import type { VerifiedRedirect } from './redirect-uri.ts';
import { verifyRedirectUri } from './redirect-uri.ts';
import { Refusal } from './refusal.ts';
import type { Reason } from './refusals.ts';
import type { ScopeRegistry } from './scope.ts';
import type { Tolerances } from './tolerances.ts';
import { resolveRequestedScope } from './scope.ts';

/** RFC 6749 §4.1.1, RFC 7636 §4.3; in the order in which they are shown and passed on. */
export const authorizationParameters = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'response_mode',
] as const;

export type AuthorizationParameters = {
  [Name in (typeof authorizationParameters)[number]]?: string | undefined;
};

/** What is wrong with the form of one parameter: sent twice, outside its character set, too long. */
export interface Complaint {
  parameter: string;
  problem: string;
}

/** A request that may be shown to the owner. */
export interface AuthorizationRequest {
  client: Client;
  redirect: VerifiedRedirect;
  /** The requested scope, each token once. */
  requested_scope: string[];
  code_challenge: string | null;
  /** The one way to the client, for the answer and for errors. */
  channel: ClientChannel;
}

interface World {
  clients: Clients;
  scopes: ScopeRegistry;
  issuer: string;
  tolerances: Tolerances;
}

/**
 * The order of the checks at the authorization endpoint. First who asks and where the answer goes, on a page;
 * then everything else, through the redirect that has been verified (RFC 6749 §4.1.2.1).
 */
export async function verifyAuthorizationRequest(
  parameters: AuthorizationParameters,
  complaints: readonly Complaint[],
  world: World,
): Promise<AuthorizationRequest> {
  const client = await requireClient(parameters.client_id, complaints, world.clients);
  const redirect = requireRedirect(client, parameters.redirect_uri, complaints, world.tolerances);
  const channel = new ClientChannel(redirect, parameters, world);
  channel.requireWellFormed(complaints, parameters);
  channel.requireResponseType(parameters.response_type);
  if (!client.grant_types.includes('authorization_code')) throw channel.refuse('code_grant_not_allowed');
  const { tokens } = channel.require(resolveRequestedScope(parameters.scope, client, world));
  const { code_challenge, code_challenge_method } = parameters;
  const pkce = channel.require(resolveCodeChallenge(code_challenge, code_challenge_method, client));
  return { client, redirect, requested_scope: tokens, code_challenge: pkce.code_challenge, channel };
}

async function requireClient(
  client_id: string | undefined,
  complaints: readonly Complaint[],
  clients: Clients,
): Promise<Client> {
  if (concerns(complaints, 'client_id')) throw new Refusal('client_id_malformed');
  if (client_id === undefined) throw new Refusal('client_id_missing');
  const client = await clients.find(client_id);
  if (client === undefined) throw new Refusal('client_not_found');
  return client;
}

function requireRedirect(
  client: Client,
  sent: string | undefined,
  complaints: readonly Complaint[],
  tolerances: Tolerances,
) {
  if (concerns(complaints, 'redirect_uri')) throw new Refusal('redirect_uri_malformed');
  return verifyRedirectUri(client, sent, tolerances);
}

function concerns(complaints: readonly Complaint[], parameter: string): boolean {
  return complaints.some((complaint) => complaint.parameter === parameter);
}

/** The way back to a client whose redirect URI has been verified, with the `state` and the `iss` of every answer. */
export class ClientChannel {
  readonly #redirect: VerifiedRedirect;
  readonly #mode: ResponseMode;
  readonly #always: Fields;
  readonly #modeIsKnown: boolean;

  constructor(
    redirect: VerifiedRedirect,
    parameters: AuthorizationParameters,
    { issuer, tolerances }: Pick<World, 'issuer' | 'tolerances'>,
  ) {
    const { default_response_mode } = tolerances;
    const wanted = parameters.response_mode ?? default_response_mode;
    const mode = responseModes.find((known) => known === wanted);
    this.#redirect = redirect;
    this.#mode = mode ?? default_response_mode;
    this.#modeIsKnown = mode !== undefined;
    const { state } = parameters;
    this.#always = [...(state === undefined ? [] : [['state', state] as const]), ['iss', issuer]];
  }

  /** The authorization response, RFC 6749 §4.1.2. */
  answer(code: string): Delivery {
    return this.#deliver([['code', code]]);
  }

  /** The error response, RFC 6749 §4.1.2.1. */
  refuse(reason: Reason, hint?: string): Refusal {
    const refusal = new Refusal(reason, hint === undefined ? {} : { hint });
    const delivery = this.#deliver([
      ['error', refusal.wire.error],
      ['error_description', refusal.description],
    ]);
    return delivery.kind === 'page' ? refusal : new Refusal(reason, refusal.particulars, delivery);
  }

  /**
   * The result, or `server_error` for the client: a status of 500 would not reach it through the browser (RFC 6749
   * §4.1.2.1). The refusal keeps the cause for the log.
   */
  async orServerError<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      const refusal = this.refuse('fault');
      refusal.cause = cause;
      throw refusal;
    }
  }

  /** The value, or the refusal that its reason asks for. */
  require<Value extends object>(outcome: Value | { reason: Reason }): Value {
    if ('reason' in outcome) throw this.refuse(outcome.reason);
    return outcome;
  }

  requireWellFormed(complaints: readonly Complaint[], { scope }: AuthorizationParameters): void {
    const [first] = complaints;
    // A malformed scope has a code of its own, RFC 6749 §4.1.2.1; sent twice it has no value and is like the others.
    if (first?.parameter === 'scope' && scope !== undefined) throw this.refuse('scope_malformed');
    if (first !== undefined) throw this.refuse('parameter_malformed', `${first.parameter} ${first.problem}.`);
    if (!this.#modeIsKnown) throw this.refuse('response_mode_unknown');
  }

  requireResponseType(response_type: string | undefined): void {
    if (response_type === undefined) throw this.refuse('response_type_missing');
    if (response_type !== 'code') throw this.refuse('response_type_unknown');
  }

  #deliver(fields: Fields): Delivery {
    return deliver(this.#redirect.uri, this.#mode, [...fields, ...this.#always]);
  }
}
