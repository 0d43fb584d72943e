import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Operation } from '../../generated/operations.ts';
import { malformed, parseParameters, refuseNul, refuseNulWithin } from './wire.ts';

const limit = '64kb';
const form = 'application/x-www-form-urlencoded';

/**
 * The steps that turn what came over the wire into what the validator reads: `req.query` and `req.body` as plain
 * values, `res.locals.queryNames`, and a content type without parameters.
 */
export function readRequest(operation: Operation): RequestHandler[] {
  if (operation.requestMediaTypes.length === 0) return [readQuery, forgetBody];
  return [
    readQuery,
    express.raw({ type: form, limit, inflate: false }),
    express.json({ type: 'application/json', limit, inflate: false }),
    readBody,
  ];
}

function readQuery(req: Request, res: Response, next: NextFunction): void {
  const start = req.url.indexOf('?');
  const parameters = parseParameters(start < 0 ? '' : req.url.slice(start + 1));
  Object.values(req.params).flat().forEach(refuseNul);
  res.locals.queryNames = Object.keys(parameters);
  // The validator reads a name with a bracket as the member of another parameter; for us it is an unknown one.
  const known = Object.fromEntries(Object.entries(parameters).filter(([name]) => !name.includes('[')));
  Object.defineProperty(req, 'query', { value: known, writable: true, configurable: true });
  next();
}

/** The validator keeps a compiled schema for each content type it meets; a GET must not be able to add any. */
function forgetBody(req: Request, _res: Response, next: NextFunction): void {
  delete req.headers['content-type'];
  next();
}

function readBody(req: Request, _res: Response, next: NextFunction): void {
  const mediaType = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType === undefined || mediaType === '') delete req.headers['content-type'];
  else req.headers['content-type'] = mediaType;
  const body: unknown = req.body;
  if (mediaType === form) req.body = Buffer.isBuffer(body) ? parseParameters(decodeUtf8(body)) : {};
  else refuseNulWithin(body);
  next();
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed();
  }
}
