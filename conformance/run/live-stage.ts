import {
  authenticationOf,
  authorizationDraft,
  exchangeDraft,
  introspectionDraft,
  newAttempt,
  refreshDraft,
  resourceDraft,
  type Authentication,
} from '../agents/client.ts';
import { describeLanding, answerOf } from '../expect/authorization.ts';
import { describeAnswer, memberOf } from '../expect/http.ts';
import { judge } from '../expect/finding.ts';
import type { Change } from '../model/change.ts';
import type { Exchange, RequestDraft } from '../model/exchange.ts';
import { sentBy, valueOf, valuesOf } from '../model/exchange.ts';
import type { Finding, Gravity } from '../model/finding.ts';
import type { AuthorizationOutcome, HttpOutcome } from '../model/outcome.ts';
import type { AuthorizationBase, Expectation, HttpBase } from '../model/expectation.ts';
import type { ClientRole } from '../model/client-role.ts';
import type { Code, Stage, Tokens } from '../model/stage.ts';
import type { Target, TargetClient } from '../target/target.ts';
import { Blocked, type World } from './world.ts';

interface Options {
  client?: ClientRole;
  change?: Change | undefined;
}

/** The stage of one scenario: keeps what was exchanged and found. */
export class LiveStage implements Stage {
  readonly exchanges: Exchange[] = [];
  readonly findings: Finding[] = [];
  /** The requests that a change was applied to, or that stood for the valid one. */
  readonly probes: RequestDraft[] = [];

  constructor(private readonly world: World) {}

  get target(): Target {
    return this.world.target;
  }

  async authorize({
    client = 'confidential',
    base = 'authorization request',
    change,
  }: Options & { base?: AuthorizationBase } = {}) {
    const role = base === 'public authorization request' ? 'public' : client;
    return (
      await this.#authorize(role, base === 'authorization request, denied' ? 'deny' : 'approve', change)
    ).outcome;
  }

  async obtainCode({ client = 'confidential', change }: Options = {}): Promise<Code> {
    const { outcome, attempt } = await this.#authorize(client, 'approve', change);
    const code = valueOf(answerOf(outcome.landing), 'code');
    if (code === undefined)
      throw new Blocked(`no code for a valid request: ${describeLanding(outcome.landing)}`);
    const challenged = valuesOf(outcome.request.query, 'code_challenge').length > 0;
    const code_verifier = challenged ? attempt.code_verifier : null;
    return { code, redirect_uri: attempt.redirect_uri, code_verifier, client };
  }

  async exchange(code: Code, { client = code.client, change }: Options = {}): Promise<HttpOutcome> {
    const sender = this.#client(client);
    return await this.send(
      exchangeDraft(this.target, sender, code, authenticationOf(this.target, sender)),
      change,
    );
  }

  async obtainTokens({ client = 'confidential', change }: Options = {}): Promise<Tokens> {
    return this.tokensOf(await this.exchange(await this.obtainCode({ client, change })));
  }

  async refresh(
    refresh_token: string,
    { client = 'confidential', change }: Options = {},
  ): Promise<HttpOutcome> {
    const sender = this.#client(client);
    return await this.send(
      refreshDraft(this.target, sender, refresh_token, authenticationOf(this.target, sender)),
      change,
    );
  }

  tokensOf(outcome: HttpOutcome): Tokens {
    const text = (name: string) => {
      const value = memberOf(outcome.json, name);
      return typeof value === 'string' ? value : undefined;
    };
    const [access_token, refresh_token, scope] = ['access_token', 'refresh_token', 'scope'].map(text);
    if (access_token === undefined)
      throw new Blocked(`no tokens for a valid request: ${describeAnswer(outcome)}`);
    return {
      access_token,
      ...(refresh_token === undefined ? {} : { refresh_token }),
      ...(scope === undefined ? {} : { scope }),
    };
  }

  async callResource(access_token: string, { change }: { change?: Change } = {}): Promise<HttpOutcome> {
    return await this.send(resourceDraft(this.target, access_token), change);
  }

  async isAlive(access_token: string): Promise<boolean> {
    const { introspection_endpoint, clients } = this.target;
    if (introspection_endpoint === null || clients.confidential === undefined) {
      return (await this.callResource(access_token)).response?.status === 200;
    }
    const draft = introspectionDraft(this.target, clients.confidential, access_token);
    return memberOf((await this.send(draft)).json, 'active') === true;
  }

  /** Sends the valid request of a base at an HTTP endpoint, with the change. */
  async probe(base: HttpBase, change: Change | undefined): Promise<HttpOutcome> {
    const draft = await this.#draftOf(base);
    const outcome = await this.send(draft, change);
    this.probes.push(outcome.request);
    return outcome;
  }

  async send(draft: RequestDraft, change?: Change): Promise<HttpOutcome> {
    const request = change === undefined ? draft : change.apply(draft);
    const exchange = await this.world.transport.send(request);
    this.exchanges.push(exchange);
    return { request, exchange, response: exchange.response, json: parseJson(exchange.response?.body) };
  }

  expect<Outcome>(outcome: Outcome, ...expectations: readonly Expectation<Outcome>[]): void {
    for (const { check } of expectations) this.findings.push(...[check(outcome)].flat());
  }

  found(expected: string, received: string | null, gravity: Gravity = 'form'): void {
    this.findings.push(judge(expected, received === null, received ?? '', gravity));
  }

  async #authorize(role: ClientRole, intent: 'approve' | 'deny', change: Change | undefined) {
    const attempt = newAttempt(this.target, this.#client(role));
    const valid = authorizationDraft(this.target, attempt);
    const request = change === undefined ? valid : change.apply(valid);
    this.probes.push(request);
    const journey = await this.world.browser
      .clone()
      .travel(request, { redirect_uri: attempt.redirect_uri, intent });
    this.exchanges.push(...journey.exchanges);
    const outcome: AuthorizationOutcome = {
      request,
      redirect_uri: attempt.redirect_uri,
      state: valueOf(sentBy(request), 'state') ?? null,
      ...journey,
    };
    return { outcome, attempt };
  }

  async #draftOf(base: HttpBase): Promise<RequestDraft> {
    const { target } = this;
    const role = base === 'public access token request' ? 'public' : 'confidential';
    const client = this.#client(role);
    const how: Authentication = authenticationOf(target, client);
    switch (base) {
      case 'access token request':
      case 'public access token request':
        return exchangeDraft(target, client, await this.obtainCode({ client: role }), how);
      case 'access token request, Basic':
        return exchangeDraft(target, client, await this.obtainCode({ client: role }), 'basic');
      case 'access token request, credentials in the body':
        return exchangeDraft(target, client, await this.obtainCode({ client: role }), 'post');
      case 'refresh request':
        return refreshDraft(target, client, this.#refreshTokenOf(await this.obtainTokens()), how);
      case 'resource request':
        return resourceDraft(target, (await this.obtainTokens()).access_token);
    }
  }

  #refreshTokenOf({ refresh_token }: Tokens): string {
    if (refresh_token === undefined) throw new Blocked('the exchange gave no refresh token');
    return refresh_token;
  }

  #client(role: ClientRole): TargetClient {
    const client = this.target.clients[role];
    if (client === undefined) throw new Blocked(`the target has no client \`${role}\``);
    return client;
  }
}

function parseJson(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
