import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Secrets } from '../oauth/ports.ts';
import { Refusal } from '../oauth/refusal.ts';
import type { AnyOutput } from '../handlers/operation.ts';

/**
 * The browser's cookies and the CSRF token. One 256-bit value names the browser; a session belongs to it once
 * somebody has signed in. The CSRF token of its forms is derived from that value, which no other site can read
 * (RFC 6749 §10.12), so that a form needs no record before sign-in and a new sign-in makes old forms void.
 */
export class BrowserCookies {
  readonly #isSecure: boolean;
  readonly #sessionName: string;

  constructor(
    issuer: string,
    private readonly secrets: Secrets,
  ) {
    this.#isSecure = issuer.startsWith('https:');
    this.#sessionName = this.#isSecure ? '__Host-codegrant_session' : 'codegrant_session';
  }

  read(req: Request): { browser_id: string | null; code_cookie: string | null } {
    const cookies = parseCookie(req.headers.cookie ?? '');
    const browserId = cookies[this.#sessionName] ?? '';
    return {
      browser_id: /^[A-Za-z0-9_-]{43}$/.test(browserId) ? browserId : null,
      code_cookie: cookies[codeCookie] ?? null,
    };
  }

  /** The CSRF token for a page to this browser; a browser without a cookie gets one with the answer. */
  csrfTokenFor(req: Request, res: Response, output: AnyOutput): string {
    let browserId = output.browser_id ?? this.read(req).browser_id;
    if (browserId === null) {
      browserId = this.secrets.newSecret();
      this.#setSession(res, browserId);
    }
    return this.#csrfToken(browserId);
  }

  requireCsrfToken(req: Request): void {
    const { browser_id } = this.read(req);
    const sent: unknown = (req.body as Record<string, unknown> | undefined)?.csrf_token;
    const isOurs = browser_id !== null && typeof sent === 'string';
    if (!isOurs || !this.secrets.isSame(sent, this.#csrfToken(browser_id)))
      throw new Refusal('csrf_token_wrong');
  }

  /** Writes what the answer does to the cookies. */
  write(res: Response, { browser_id, code_cookie }: AnyOutput): void {
    if (browser_id === null) res.clearCookie(this.#sessionName, this.#attributes('/'));
    else if (browser_id !== undefined) this.#setSession(res, browser_id);
    if (code_cookie === undefined) return;
    const attributes = { ...this.#attributes(codePath), maxAge: code_cookie.max_age * 1000 };
    res.cookie(codeCookie, code_cookie.value, attributes);
  }

  #setSession(res: Response, browserId: string): void {
    res.cookie(this.#sessionName, browserId, this.#attributes('/'));
  }

  #attributes(path: string) {
    return { httpOnly: true, sameSite: 'lax', secure: this.#isSecure, path } as const;
  }

  #csrfToken(browserId: string): string {
    return this.secrets.derive(browserId, 'the forms of this server');
  }
}

const codeCookie = 'codegrant_code';
const codePath = '/oauth/code';
