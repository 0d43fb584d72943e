import type { Exchange, Pairs, RequestDraft } from '../model/exchange.ts';
import { headerOf } from '../model/exchange.ts';
import type { Landing } from '../model/outcome.ts';
import { draftOf, isHtml, readMove, type Move } from './navigation.ts';
import { readDocument } from './markup.ts';
import type { Intent, OwnerDriver } from './owner-driver.ts';
import { emptyJar, Sessions } from './sessions.ts';
import type { Transport } from './transport.ts';

const stepLimit = 20;

export interface Journey {
  landing: Landing;
  /** Every URL that the server tried to send the browser to, in order. */
  navigations: string[];
  exchanges: Exchange[];
}

interface Errand {
  /** The redirect URI of the valid request: where the journey may end well. */
  redirect_uri: string;
  /** Null: nobody is there to press a button. */
  intent: Intent | null;
}

/** A browser with its cookies, and a person in front of it. Goes nowhere but to the server under test. */
export class UserAgent {
  #jar = emptyJar();
  readonly #sessions = new Sessions(this.#jar);

  constructor(
    private readonly transport: Transport,
    private readonly driver: OwnerDriver,
    /** Origins of the server, the sign-in page's included. */
    private readonly home: ReadonlySet<string>,
    private readonly headers: Pairs,
    /** Of the browser in which somebody has signed in, where this one is a copy of it. */
    private readonly origin: Sessions | null = null,
  ) {}

  /** Another browser that starts with the same cookies, or with what has become of them since (see `Sessions`). */
  clone(): UserAgent {
    return new UserAgent(this.transport, this.driver, this.home, this.headers, this.#sessions);
  }

  /** Another browser without cookies. */
  fresh(): UserAgent {
    return new UserAgent(this.transport, this.driver, this.home, this.headers);
  }

  /** Opens the request and goes on, with the owner's help, until the browser rests. */
  async travel(first: RequestDraft, errand: Errand): Promise<Journey> {
    if (this.origin !== null) this.#jar = this.origin.take();
    const journey = await this.#travel(first, errand);
    if (journey.landing.at !== 'nowhere') this.origin?.handBack(this.#jar);
    return journey;
  }

  async #travel(first: RequestDraft, errand: Errand): Promise<Journey> {
    const journey: Journey = { landing: { at: 'nowhere', reason: '' }, navigations: [], exchanges: [] };
    const visited = errand.intent === null ? null : this.driver.begin(errand.intent);
    let draft = await this.#dress(first);
    for (let step = 0; step < stepLimit; step += 1) {
      const exchange = await this.#visit(draft, journey);
      const move = readMove(exchange);
      if (move !== null) journey.navigations.push(move.url);
      const next = move ?? (await this.#ask(visited, exchange));
      if (next === null || 'at' in next) {
        journey.landing = next ?? restOn(exchange);
        return journey;
      }
      const away = landingAt(next, errand.redirect_uri, this.home);
      if (away !== null) {
        journey.landing = away;
        return journey;
      }
      draft = draftOf(next, await this.#cookies(next.url), this.headers);
    }
    journey.landing = { at: 'nowhere', reason: `still on the way after ${stepLimit} steps` };
    return journey;
  }

  async #visit(draft: RequestDraft, journey: Journey): Promise<Exchange> {
    const exchange = await this.transport.send(draft);
    journey.exchanges.push(exchange);
    for (const [name, value] of exchange.response?.headers ?? []) {
      // Without a name and a value it is no cookie, RFC 6265 §5.2.
      const isCookie = name === 'set-cookie' && !/^\s*=?\s*(;|$)/.test(value);
      if (isCookie) await this.#jar.setCookie(value, exchange.request.url, { ignoreError: true });
    }
    return exchange;
  }

  async #ask(
    visited: ReturnType<OwnerDriver['begin']> | null,
    exchange: Exchange,
  ): Promise<Move | Landing | null> {
    const { response, request } = exchange;
    if (visited === null || response === null || !isHtml(headerOf(response, 'content-type'))) return null;
    const answer = await visited.answer(readDocument(response.body, request.url));
    if (answer === null) return null;
    return 'stuck' in answer ? { at: 'nowhere', reason: answer.stuck } : answer;
  }

  async #dress(draft: RequestDraft): Promise<RequestDraft> {
    const move = { url: draft.url, method: draft.method, body: null };
    const dressed = draftOf(move, await this.#cookies(draft.url), this.headers);
    return { ...draft, headers: [...dressed.headers, ...draft.headers] };
  }

  async #cookies(url: string): Promise<string> {
    return await this.#jar.getCookieString(url);
  }
}

/** The landing of a move that leads away from the server; null where it stays there. */
export function landingAt(move: Move, redirect_uri: string, home: ReadonlySet<string>): Landing | null {
  if (isSamePlace(move.url, redirect_uri)) {
    const [, query = '', fragment = ''] = /^[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(move.url) ?? [];
    const read = (text: string): Pairs => [...new URLSearchParams(text)];
    return {
      at: 'callback',
      url: move.url,
      query: read(query),
      fragment: read(fragment),
      form: move.body ?? [],
    };
  }
  const isHome = /^https?:/i.test(move.url) && home.has(new URL(move.url).origin);
  return isHome ? null : { at: 'elsewhere', url: move.url };
}

/** The same URL up to its query: what follows is the answer, or the URI's own query. */
export function isSamePlace(url: string, redirect_uri: string): boolean {
  return placeOf(url) === placeOf(redirect_uri);
}

/** As a browser writes it: `https://app.example` has the path `/` by the time it arrives. */
function placeOf(url: string): string {
  const written = URL.canParse(url) ? new URL(url).href : url;
  return written.replace(/[?#].*$/s, '');
}

function restOn({ request, response, failure }: Exchange): Landing {
  if (response === null) return { at: 'nowhere', reason: failure ?? 'no answer' };
  const mediaType = headerOf(response, 'content-type') ?? '';
  const text = isHtml(mediaType) ? readDocument(response.body, request.url).text : response.body;
  return { at: 'page', url: request.url, status: response.status, mediaType, text: text.slice(0, 2000) };
}
