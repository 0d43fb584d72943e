import { randomBytes } from 'node:crypto';
import { urlencoded, type Express, type Request, type Response } from 'express';
import { consentPage, pageHeaders, signInPage } from './owner-pages.ts';
import { owner } from './registered-clients.ts';

/** An authorization request as it came, kept while its owner signs in and decides. */
export interface PendingRequest {
  method: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, string>;
}

/** What the library does once somebody is signed in and has said yes or no. */
export type Conclude = (
  request: PendingRequest,
  decision: 'approve' | 'deny',
  response: Response,
) => Promise<void>;

/**
 * What both libraries leave to their host: who the owner is, and whether they agree. A sign-in page, a consent page for
 * every request, and a session by cookie. The request itself is neither read nor judged here.
 */
export class OwnerDesk {
  readonly #sessions = new Set<string>();
  readonly #pending = new Map<string, PendingRequest>();

  constructor(app: Express, conclude: Conclude) {
    app.use(urlencoded({ extended: false }));
    app.post('/sign-in', (request, response) => this.#signIn(request, response));
    app.post('/consent', async (request, response) => {
      const { request: id, decision } = request.body as Record<string, string>;
      const pending = this.#pending.get(String(id));
      if (pending === undefined || !this.#isSignedIn(request)) return void response.sendStatus(400);
      this.#pending.delete(String(id));
      await conclude(pending, decision === 'approve' ? 'approve' : 'deny', response);
    });
  }

  /** Takes a request that came to the authorization endpoint. */
  receive(request: Request, response: Response): void {
    const id = randomBytes(16).toString('base64url');
    this.#pending.set(id, {
      method: request.method,
      headers: request.headers as Record<string, string>,
      query: request.query as Record<string, string>,
      body: (request.body ?? {}) as Record<string, string>,
    });
    this.#show(id, this.#isSignedIn(request), response);
  }

  #signIn(request: Request, response: Response): void {
    const { username, password, request: id } = request.body as Record<string, string>;
    const isRight = username === owner.username && password === owner.password;
    if (!isRight) {
      const form = { action: '/sign-in', hidden: { request: String(id) } };
      return void response.status(403).set(pageHeaders).send(signInPage(form, true));
    }
    const session = randomBytes(16).toString('base64url');
    this.#sessions.add(session);
    response.cookie('session', session, { httpOnly: true, sameSite: 'lax' });
    this.#show(String(id), true, response);
  }

  #show(id: string, isSignedIn: boolean, response: Response): void {
    const form = { action: isSignedIn ? '/consent' : '/sign-in', hidden: { request: id } };
    const { query = {}, body = {} } = this.#pending.get(id) ?? {};
    const scope = String(query['scope'] ?? body['scope'] ?? 'nothing in particular');
    response.set(pageHeaders).send(isSignedIn ? consentPage(form, scope) : signInPage(form));
  }

  #isSignedIn({ headers }: Request): boolean {
    const [, session = ''] = /(?:^|;\s*)session=([^;]+)/.exec(headers.cookie ?? '') ?? [];
    return this.#sessions.has(session);
  }
}
