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
import { describeLanding } from '../expect/authorization.ts';
import { describeAnswer, memberOf } from '../expect/http.ts';
import { judge } from '../expect/finding.ts';
import type { Intent } from '../agents/owner-driver.ts';
import type { Change } from '../model/change.ts';
import { Inapplicable } from '../model/inapplicable.ts';
import type { Exchange, RequestDraft } from '../model/exchange.ts';
import { sentBy, valueOf } from '../model/exchange.ts';
import type { Finding, Gravity } from '../model/finding.ts';
import type { AuthorizationOutcome, HttpOutcome } from '../model/outcome.ts';
import type { Expectation, HttpBase } from '../model/expectation.ts';
import type { ClientRole } from '../model/client-role.ts';
import type { ClientMetadata, Code, CodeOptions, Stage, Tokens } from '../model/stage.ts';
import { metadataDraft } from '../target/discover.ts';
import type { Target, TargetClient } from '../target/target.ts';
import { codeOf, parseJson } from './received.ts';
import { Registrar } from './registrar.ts';
import { Blocked, type World } from './world.ts';

type Options = { client?: ClientRole; change?: Change | undefined };

type AuthorizationOptions = Parameters<Stage['authorize']>[0];

interface Errand {
  intent: Intent | null;
  change: Change | undefined;
  browser?: 'fresh' | undefined;
  /** In place of a random one. */
  verifier?: string | undefined;
}

/** The stage of one scenario: keeps what was exchanged and found. */
export class LiveStage implements Stage {
  readonly exchanges: Exchange[] = [];
  readonly findings: Finding[] = [];
  readonly #codes = new WeakMap<AuthorizationOutcome, Code | null>();

  readonly #registrar: Registrar;

  constructor(private readonly world: World) {
    this.#registrar = new Registrar(world);
  }

  get target(): Target {
    return this.world.target;
  }

  async authorize({
    client = 'confidential',
    base = 'authorization request',
    change,
    browser,
    owner,
  }: AuthorizationOptions = {}): Promise<AuthorizationOutcome> {
    const role = base === 'public authorization request' ? 'public' : client;
    const answer = base === 'authorization request, denied' ? 'deny' : 'approve';
    const intent = owner === 'absent' ? null : answer;
    const { outcome, attempt } = await this.#authorize(role, { intent, change, browser });
    this.#codes.set(outcome, codeOf(outcome, attempt, role));
    return outcome;
  }

  codeOf(outcome: AuthorizationOutcome): Code | null {
    return this.#codes.get(outcome) ?? null;
  }

  async obtainCode({
    client = 'confidential',
    change,
    code_verifier: verifier,
    unless,
  }: CodeOptions = {}): Promise<Code> {
    const { outcome, attempt } = await this.#authorize(client, { intent: 'approve', change, verifier });
    const code = codeOf(outcome, attempt, client);
    if (code === null && unless !== undefined) throw new Inapplicable(unless);
    if (code === null) throw new Blocked(`no code for a valid request: ${describeLanding(outcome.landing)}`);
    return code;
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
      return typeof value === 'string' && value !== '' ? value : undefined;
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
    const information = await this.#introspect(access_token);
    if (information === null) return (await this.callResource(access_token)).response?.status === 200;
    return memberOf(information, 'active') === true;
  }

  async grantedScope(access_token: string): Promise<string | null> {
    const scope = memberOf(await this.#introspect(access_token), 'scope');
    return typeof scope === 'string' ? scope : null;
  }

  async readMetadata(): Promise<HttpOutcome> {
    return await this.send(metadataDraft(this.target.metadata_url ?? ''));
  }

  async register(
    role: 'confidential' | 'public',
    edit?: (valid: ClientMetadata) => object,
  ): Promise<HttpOutcome> {
    const outcome = await this.send(this.#registrar.draft(role, edit));
    this.#registrar.note(outcome.json);
    return outcome;
  }

  /** Deletes what the scenario registered. */
  tidy = (): Promise<void> => this.#registrar.deleteAll();

  scopesOf(client: ClientRole): readonly string[] {
    return this.#client(client).scopes ?? this.target.scopes;
  }

  require(holds: boolean, reason: string): void {
    if (!holds) throw new Blocked(reason);
  }

  /** Sends the valid request of a base at an HTTP endpoint, with the change. */
  async probe(base: HttpBase, change?: Change): Promise<HttpOutcome> {
    const draft = await this.#draftOf(base);
    return await this.send(draft, change);
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

  /** Null where the target has no introspection, or no client for it. */
  async #introspect(access_token: string): Promise<unknown> {
    const { introspection_endpoint, clients } = this.target;
    if (introspection_endpoint === null || clients.confidential === undefined) return null;
    return (await this.send(introspectionDraft(this.target, clients.confidential, access_token))).json;
  }

  async #authorize(role: ClientRole, { intent, change, browser, verifier }: Errand) {
    const fresh = newAttempt(this.target, this.#client(role));
    const attempt = verifier === undefined ? fresh : { ...fresh, code_verifier: verifier };
    const valid = authorizationDraft(this.target, attempt);
    const request = change === undefined ? valid : change.apply(valid);
    const named = valueOf(sentBy(request), 'redirect_uri') ?? '';
    const redirect_uri = attempt.client.redirect_uris.includes(named) ? named : attempt.redirect_uri;
    const traveller = browser === 'fresh' ? this.world.browser.fresh() : this.world.browser.clone();
    const journey = await traveller.travel(request, { redirect_uri, intent });
    this.exchanges.push(...journey.exchanges);
    const outcome: AuthorizationOutcome = {
      request,
      redirect_uri,
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
