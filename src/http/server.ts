import type { Express, Request, RequestHandler } from 'express';
import express from 'express';
import type { Deps } from '../handlers/deps.ts';
import type { Handlers } from '../handlers/operation.ts';
import { routeContract } from './contract.ts';
import { inTurn } from './in-turn.ts';
import { refuse } from './refuse.ts';
import { Responder } from './respond.ts';
import { BrowserCookies } from './session.ts';

export interface ServerOptions {
  /** Goes before everything else: gives every answer its `X-Request-Id`, logs it and counts it. */
  observers: readonly RequestHandler[];
  /** Whose `X-Forwarded-For` is believed, in the form of Express's setting. */
  trustProxy: false | number | string[];
  /** Told of every error that is no refusal. */
  onFault: (error: unknown, req: Request & { id?: string }) => void;
}

/** An Express application, as a listener for `node:http`. */
export type Application = Express;

/** Express around the contract's routes: observers, headers for all, routes, errors. */
export function createServer(handlers: Handlers, deps: Deps, options: ServerOptions): Application {
  const app = express();
  app.set('trust proxy', options.trustProxy);
  app.set('strict routing', true);
  app.set('case sensitive routing', true);
  app.set('query parser', false);
  app.disable('x-powered-by');
  app.disable('etag');
  // The query is read by the operation's own steps; Express's getter would be in the way of a plain property.
  Object.defineProperty(app.request, 'query', { value: {}, writable: true, configurable: true });
  const cookies = new BrowserCookies(deps.issuer, deps.secrets);
  const responder = new Responder(cookies);
  const { direct, router } = routeContract({ handlers, deps, cookies, responder });
  app.use(inTurn([...options.observers, secureHeaders(deps.issuer), direct]));
  app.use(router);
  app.use(refuse(responder, options.onFault));
  return app;
}

function secureHeaders(issuer: string): RequestHandler {
  const isSecure = issuer.startsWith('https:');
  return (_req, res, next) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Referrer-Policy', 'no-referrer');
    if (isSecure) res.setHeader('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}
