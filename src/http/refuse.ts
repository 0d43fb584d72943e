import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Operation, OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import { showFormPost } from '../handlers/consent.ts';
import type { ErrorPage } from '../handlers/page.ts';
import { Refusal } from '../oauth/refusal.ts';
import { isThrownComplaint, refusalFor } from './complaints.ts';
import type { Responder } from './respond.ts';
import { forbidStoring, redirectStatus, writeJson } from './respond.ts';
import { sectionLink } from './section-link.ts';

/** The only writer of errors: whatever was thrown becomes a refusal, and a refusal the form its endpoint speaks. */
export function refuse(
  responder: Responder,
  onFault: (error: unknown, req: Request) => void,
): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const operation = operationOf(res);
    const refusal = toRefusal(error, operation);
    if (refusal.reason === 'fault') onFault(refusal.cause ?? error, req);
    res.locals.reason = refusal.reason;
    forbidStoring(res);
    try {
      write(responder, req, res, refusal);
    } catch (fault) {
      // Not even the error could be written: the last word is plain, and ours rather than Express's stack trace.
      onFault(fault, req);
      res.status(500).type('text/plain').end('server_error');
    }
  };
}

function write(responder: Responder, req: Request, res: Response, refusal: Refusal): void {
  if (refusal.delivery !== null) writeDelivery(responder, req, res, refusal);
  else if (speaksHtml(req, operationOf(res))) writeErrorPage(responder, req, res, refusal);
  else writeErrorResponse(res, refusal);
}

function operationOf(res: Response): Operation | undefined {
  const id = res.locals.operationId as OperationId | undefined;
  return id === undefined ? undefined : operations[id];
}

function toRefusal(error: unknown, operation: Operation | undefined): Refusal {
  if (error instanceof Refusal) return translate(error, operation);
  if (isThrownComplaint(error)) return refusalFor(error, operation);
  return new Refusal('fault');
}

/** A request that could not even be read is refused in the words of its endpoint. */
function translate(refusal: Refusal, operation: Operation | undefined): Refusal {
  if (refusal.reason !== 'request_malformed') return refusal;
  const shape = operation?.['x-codegrant-complaints'];
  if (shape === 'oauth') return new Refusal('token_request_malformed', refusal.particulars);
  return shape === 'registration' ? new Refusal('metadata_malformed', refusal.particulars) : refusal;
}

function speaksHtml(req: Request, operation: Operation | undefined): boolean {
  const shape = operation?.['x-codegrant-complaints'];
  if (shape === undefined) return req.accepts(['json', 'html']) === 'html';
  return shape === 'page' || shape === 'handler';
}

/** RFC 6749 §4.1.2.1: the error travels to the client, by the way that was verified. */
function writeDelivery(responder: Responder, req: Request, res: Response, { delivery }: Refusal): void {
  if (delivery?.kind === 'redirect') {
    res.status(redirectStatus(res)).setHeader('Location', delivery.location);
    res.end();
  } else if (delivery?.kind === 'form_post') {
    responder.writePage(req, res.status(200), showFormPost(delivery), { status: 200 });
  }
}

/** RFC 6749 §5.2 and its kin: `error`, `error_description`, `error_uri` and nothing else. */
function writeErrorResponse(res: Response, refusal: Refusal): void {
  writeStatus(res, refusal);
  const { error, section } = refusal.wire;
  const error_description = printable(refusal.description);
  writeJson(res, { error, error_description, error_uri: sectionLink(section) });
}

function writeErrorPage(responder: Responder, req: Request, res: Response, refusal: Refusal): void {
  writeStatus(res, refusal);
  const { error, section, status } = refusal.wire;
  const page: ErrorPage = {
    kind: 'error',
    status,
    error,
    description: refusal.description,
    details: refusal.particulars.details ?? [],
    section: { title: section, href: sectionLink(section) },
  };
  responder.writePage(req, res, page, { status });
}

function writeStatus(res: Response, refusal: Refusal): void {
  const { status, challenge } = refusal.wire;
  const { retry_after, allow } = refusal.particulars;
  res.status(status);
  if (challenge === 'Basic') res.setHeader('WWW-Authenticate', 'Basic realm="codegrant", charset="UTF-8"');
  if (challenge === 'Bearer') res.setHeader('WWW-Authenticate', bearerChallenge(refusal));
  if (retry_after !== undefined) res.setHeader('Retry-After', String(retry_after));
  if (allow !== undefined) res.setHeader('Allow', allow.join(', '));
}

/** RFC 6750 §3: without a token in the request, the realm alone. */
function bearerChallenge({ reason, wire, description, particulars }: Refusal): string {
  const realm = 'Bearer realm="codegrant"';
  if (reason === 'access_token_missing') return realm;
  const scope = particulars.scope === undefined ? '' : `, scope="${particulars.scope}"`;
  return `${realm}, error="${wire.error}", error_description="${printable(description)}"${scope}`;
}

/** The character set of `error_description`, RFC 6749 §5.2. */
function printable(text: string): string {
  return text.replaceAll(/[^ !#-[\]-~]/g, '?');
}
