import type { ErrorRequestHandler, RequestHandler } from 'express';
import express from 'express';
import type { Operation, OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import type { Deps } from '../handlers/deps.ts';
import type { AnyOutput, Handlers, Input, Rules } from '../handlers/operation.ts';
import { Refusal } from '../oauth/refusal.ts';
import { isThrownComplaint, readComplaints } from './complaints.ts';
import { readRequest } from './read-request.ts';
import type { Responder } from './respond.ts';
import type { BrowserCookies } from './session.ts';
import { requestValidator } from './validator.ts';

interface Parts {
  handlers: Handlers;
  deps: Deps;
  cookies: BrowserCookies;
  responder: Responder;
}

/**
 * The router that the contract describes: each operation at its path and method, validated, then handled. A path
 * that is not in the contract is not here; another method is told which ones there are.
 */
export function routeContract(parts: Parts): express.Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  const { dialects } = parts.deps;
  const all = Object.keys(operations) as OperationId[];
  const ids = all.filter((id) => dialects.serves(operations[id]['x-dialect']));
  router.use(withoutSlash(ids.filter((id) => dialects.governing(id).trailing_slash)));
  for (const path of new Set(ids.map((id) => operations[id].path))) {
    const here = ids.filter((id) => operations[id].path === path);
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const id of here) route[operations[id].method](...pipeline(id, parts));
    route.all(refuseMethod(here.map((id) => operations[id].method)));
  }
  router.use(() => {
    throw new Refusal('path_unknown');
  });
  return router;
}

function pipeline(id: OperationId, parts: Parts): (RequestHandler | ErrorRequestHandler)[] {
  const operation = operations[id];
  if (operation['x-codegrant-complaints'] === undefined) {
    throw new Error(`${id} does not say in the contract who answers a complaint`);
  }
  const rules = parts.deps.dialects.governing(id);
  return [
    name(id, rules),
    ...readRequest(operation, rules),
    requireCsrfToken(operation, parts.cookies),
    asGet,
    requestValidator(parts.deps.documents.contract, operation),
    keepComplaints(operation),
    asSent,
    handle(id, rules, parts),
  ];
}

/** The contract has each path once; where a dialect has it with a slash at its end too, that is the same one. */
function withoutSlash(ids: readonly OperationId[]): RequestHandler {
  const slashed = new Set(ids.map((id) => `${operations[id].path}/`));
  return (req, _res, next) => {
    if (slashed.has(req.path)) {
      req.url = req.path.slice(0, -1) + req.url.slice(req.path.length);
      req.originalUrl = req.url;
    }
    next();
  };
}

function name(id: OperationId, { tolerances }: Rules): RequestHandler {
  return (_req, res, next) => {
    res.locals.operationId = id;
    res.locals.redirectStatus = tolerances.redirect_status;
    next();
  };
}

/** Before anything else is said about a form: a forged one learns nothing, not even what is wrong with it. */
function requireCsrfToken(operation: Operation, cookies: BrowserCookies): RequestHandler {
  return (req, _res, next) => {
    if (operation['x-codegrant-csrf'] === 'required') cookies.requireCsrfToken(req);
    next();
  };
}

/** The contract declares GET; HEAD is the same request without the body of the answer (RFC 9110 §9.3.2). */
const asGet: RequestHandler = (req, res, next) => {
  res.locals.method = req.method;
  if (req.method === 'HEAD') req.method = 'GET';
  next();
};

const asSent: RequestHandler = (req, res, next) => {
  req.method = res.locals.method as string;
  next();
};

/** Where the contract says so, what is wrong with a parameter is for the handler to answer. */
function keepComplaints(operation: Operation): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    req.method = res.locals.method as string;
    const isKept = operation['x-codegrant-complaints'] === 'handler' && isThrownComplaint(error);
    const complaints = isKept ? readComplaints(error) : [];
    if (complaints.length === 0) return next(error);
    res.locals.complaints = complaints;
    next();
  };
}

function handle(
  id: OperationId,
  rules: Rules,
  { handlers, deps, cookies, responder }: Parts,
): RequestHandler {
  const operation = operations[id];
  // The contract checked the input, the compiler the record; here the two meet, once for all operations.
  const handler = handlers[id] as unknown as (input: unknown, deps: Deps) => Promise<AnyOutput>;
  return async (req, res) => {
    const complaints = (res.locals.complaints ?? []) as Input<'authorize'>['complaints'];
    const input = {
      query: withoutRepeated(req.query, complaints),
      path: req.params,
      body: withoutRepeated(req.body as Record<string, unknown> | undefined, complaints),
      body_type: req.headers['content-type'],
      complaints,
      rules,
      query_names: res.locals.queryNames as string[],
      authorization: req.headers.authorization,
      address: req.ip ?? '',
      ...cookies.read(req),
    };
    responder.write(req, res, operation, await handler(input, deps));
  };
}

/** A value that the contract refused is not handed on where it is of another type than the contract says. */
function withoutRepeated(
  values: Record<string, unknown> | undefined,
  complaints: Input<'authorize'>['complaints'],
): Record<string, unknown> | undefined {
  if (values === undefined || complaints.length === 0) return values;
  const refused = new Set(complaints.map(({ parameter }) => parameter));
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => !refused.has(key) || typeof value === 'string'),
  );
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allow = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return () => {
    throw new Refusal('method_not_allowed', { allow });
  };
}
