import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Operation } from '../../generated/operations.ts';
import type { Rules } from '../handlers/operation.ts';
import { malformed, parseParameters, refuseNul, refuseNulWithin } from './wire.ts';

const limit = '64kb';
const form = 'application/x-www-form-urlencoded';

/**
 * The steps that turn what came over the wire into what the validator reads: `req.query` and `req.body` as plain
 * values, `res.locals.queryNames`, and a content type without parameters.
 */
export function readRequest(operation: Operation, { tolerances }: Rules): RequestHandler[] {
  if (operation.requestMediaTypes.length === 0) return [readQuery, forgetBody];
  return [readQuery, readBytes(), readBody, ...(tolerances.credentials_in_url ? [readUrlAsForm] : [])];
}

/** The parser for what the request says that it is; each would ask again what that is, also of what is read already. */
function readBytes(): RequestHandler {
  const asForm = express.raw({ type: form, limit, inflate: false });
  const asJson = express.json({ type: 'application/json', limit, inflate: false });
  return (req, res, next) => (mediaTypeOf(req) === form ? asForm : asJson)(req, res, next);
}

function mediaTypeOf({ headers }: Request): string | undefined {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
}

function readQuery(req: Request, res: Response, next: NextFunction): void {
  const start = req.url.indexOf('?');
  const parameters = parseParameters(start < 0 ? '' : req.url.slice(start + 1));
  for (const value of Object.values(req.params).flat()) refuseNul(value);
  const names = Object.keys(parameters);
  res.locals.queryNames = names;
  // The validator reads a name with a bracket as the member of another parameter; for us it is an unknown one.
  const isKnown = (name: string): boolean => !name.includes('[');
  const known = names.every(isKnown)
    ? parameters
    : Object.fromEntries(Object.entries(parameters).filter(([name]) => isKnown(name)));
  req.query = known;
  next();
}

/** The validator keeps a compiled schema for each content type it meets; a GET must not be able to add any. */
function forgetBody(req: Request, _res: Response, next: NextFunction): void {
  delete req.headers['content-type'];
  next();
}

function readBody(req: Request, _res: Response, next: NextFunction): void {
  const mediaType = mediaTypeOf(req);
  if (mediaType === undefined || mediaType === '') delete req.headers['content-type'];
  else req.headers['content-type'] = mediaType;
  const body: unknown = req.body;
  if (mediaType === form) req.body = Buffer.isBuffer(body) ? parseParameters(decodeUtf8(body)) : {};
  else refuseNulWithin(body);
  next();
}

/**
 * The query as a part of the form, for a dialect that has it there: one schema holds for both, and what is in both
 * was sent twice.
 */
function readUrlAsForm(req: Request, res: Response, next: NextFunction): void {
  const sent = Object.entries(req.query);
  if (sent.length === 0 || !isFormOrNothing(req)) return next();
  const fields = Object.assign(Object.create(null), req.body) as Record<string, unknown>;
  for (const [name, value] of sent) fields[name] = name in fields ? [fields[name], value].flat() : value;
  req.headers['content-type'] = form;
  req.body = fields;
  req.query = {};
  res.locals.queryNames = [];
  next();
}

function isFormOrNothing({ headers }: Request): boolean {
  const { 'content-type': type, 'content-length': length = '0', 'transfer-encoding': encoding } = headers;
  return type === undefined ? length === '0' && encoding === undefined : type === form;
}

function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw malformed();
  return bytes.toString('utf8');
}
