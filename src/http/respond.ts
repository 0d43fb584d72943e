import type { Request, Response } from 'express';
import type { Operation } from '../../generated/operations.ts';
import type { AnyOutput } from '../handlers/operation.ts';
import type { Page } from '../handlers/page.ts';
import { documentPolicy } from './document-policy.ts';
import { renderPage } from './pages/render.ts';
import type { BrowserCookies } from './session.ts';

/** The only writer of answers: JSON, page, document, redirect, nothing. Cache headers live here. */
export class Responder {
  constructor(private readonly cookies: BrowserCookies) {}

  write(req: Request, res: Response, operation: Operation, output: AnyOutput): void {
    this.#prepare(res, operation);
    this.cookies.write(res, output);
    res.statusCode = output.status === 303 ? redirectStatus(res) : output.status;
    if (output.location !== undefined) res.setHeader('Location', output.location);
    if (output.json !== undefined) writeJson(res, output.json);
    else if (output.page !== undefined) this.writePage(req, res, output.page, output);
    else if (output.document !== undefined) writeDocument(res, operation, output.document);
    else res.end();
  }

  /** A page with the request id and, for its forms, the CSRF token of this browser. */
  writePage(req: Request, res: Response, page: Page, output: AnyOutput): void {
    const csrf_token = hasForm(page) ? this.cookies.csrfTokenFor(req, res, output) : '';
    const { html, headers } = renderPage(page, { csrf_token, request_id: requestId(res) });
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    res.end(html);
  }

  #prepare(res: Response, operation: Operation): void {
    if (operation['x-codegrant-cache'] === 'public') res.setHeader('Cache-Control', 'public, max-age=300');
    else forbidStoring(res);
  }
}

/** 303, or what the dialect of the operation has in its place. */
export function redirectStatus(res: Response): number {
  return (res.locals.redirectStatus as number | undefined) ?? 303;
}

/** Whether the page posts to this server, so that the browser needs a cookie to prove where it comes from. */
function hasForm({ kind }: Page): boolean {
  return kind !== 'code' && kind !== 'form_post' && kind !== 'error';
}

/** RFC 6749 §5.1 asks for both headers. */
export function forbidStoring(res: Response): void {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Pragma', 'no-cache');
}

export function writeJson(res: Response, json: unknown): void {
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify(json));
}

export function requestId(res: Response): string {
  return String(res.getHeader('X-Request-Id'));
}

function writeDocument(res: Response, operation: Operation, document: string): void {
  const [mediaType = 'text/plain'] = operation.responseMediaTypes;
  res.setHeader('Content-Type', mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType);
  if (mediaType === 'text/html') res.setHeader('Content-Security-Policy', documentPolicy(document));
  res.end(document);
}
