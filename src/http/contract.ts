import type { Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Operation, OperationId } from '../../generated/operations.ts';
import { operations } from '../../generated/operations.ts';
import type { Deps } from '../handlers/deps.ts';
import type { AnyOutput, Handlers, Input, Rules } from '../handlers/operation.ts';
import { Refusal } from '../oauth/refusal.ts';
import { isThrownComplaint, readComplaints } from './complaints.ts';
import { inTurn } from './in-turn.ts';
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

/** The routes that the contract describes. */
export interface ContractRoutes {
  /** Has the operations whose path has no parameter, found by name; hands everything else on. */
  direct: RequestHandler;
  /** Has all of them. A path that is not in the contract is not here; another method is told which ones there are. */
  router: express.Router;
}

/** Each operation at its path and method, validated, then handled. */
export function routeContract(parts: Parts): ContractRoutes {
  const router = express.Router({ strict: true, caseSensitive: true });
  const { dialects } = parts.deps;
  const all = Object.keys(operations) as OperationId[];
  const ids = all.filter((id) => dialects.serves(operations[id]['x-dialect']));
  const byName = new Map<string, RequestHandler>();
  router.use(withoutSlash(ids.filter((id) => dialects.governing(id).trailing_slash)));
  for (const path of new Set(ids.map((id) => operations[id].path))) {
    const here = ids.filter((id) => operations[id].path === path);
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'));
    for (const id of here) {
      const { method } = operations[id];
      const handler = pipeline(id, parts);
      route[method](handler);
      if (!path.includes('{')) byName.set(`${method.toUpperCase()} ${path}`, handler);
    }
    route.all(refuseMethod(here.map((id) => operations[id].method)));
  }
  router.use(() => {
    throw new Refusal('path_unknown');
  });
  return { router, direct: findByName(byName) };
}

/** A router looks at one route after the other, and asks a pattern about each. */
function findByName(byName: ReadonlyMap<string, RequestHandler>): RequestHandler {
  return (req, res, next) => {
    const handler = byName.get(`${req.method} ${req.path}`);
    if (handler === undefined) return next();
    req.params = {};
    return handler(req, res, next);
  };
}

function pipeline(id: OperationId, parts: Parts): RequestHandler {
  const operation = operations[id];
  if (operation['x-codegrant-complaints'] === undefined) {
    throw new Error(`${id} does not say in the contract who answers a complaint`);
  }
  const rules = parts.deps.dialects.governing(id);
  return inTurn([
    name(id, rules),
    ...readRequest(operation, rules),
    ...(operation['x-codegrant-csrf'] === 'required' ? [requireCsrfToken(parts.cookies)] : []),
    validate(operation, parts),
    handle(id, rules, parts),
  ]);
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
function requireCsrfToken(cookies: BrowserCookies): RequestHandler {
  return (req, _res, next) => {
    cookies.requireCsrfToken(req);
    next();
  };
}

/** Where the contract says so, what is wrong with a parameter is for the handler to answer. */
function validate(operation: Operation, { deps }: Parts): RequestHandler {
  const validator = requestValidator(deps.documents.contract, operation);
  if (operation['x-codegrant-complaints'] !== 'handler') return validator;
  return (req, res, next) => {
    const keep = (error: unknown): void => {
      const complaints = isThrownComplaint(error) ? readComplaints(error) : [];
      if (complaints.length === 0) return next(error);
      res.locals.complaints = complaints;
      next();
    };
    try {
      void validator(req, res, (error?: unknown) => (error === undefined ? next() : keep(error)));
    } catch (error) {
      keep(error);
    }
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
  const answer = async (req: Request, res: Response): Promise<void> => {
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
  return (req, res, next) => void answer(req, res).catch(next);
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
