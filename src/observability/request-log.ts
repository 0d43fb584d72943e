import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { peerTrust, type TrustProxy } from '../config/trust-proxy.ts';
import { requestPath } from './request-path.ts';

/** A request that was given an id. */
export type ObservedRequest = IncomingMessage & { id?: string };

/** An answer on which the router noted the operation, and the writer of errors the reason of the refusal. */
export type ObservedResponse = ServerResponse & {
  locals?: { operationId?: string; reason?: string };
};

export type Middleware = (request: ObservedRequest, response: ObservedResponse, next: () => void) => void;

const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * One line per request: request id, operation, method, path, status, milliseconds, and why it was refused. Gives
 * `request.id` and answers it as `X-Request-Id`. Goes before everything else.
 */
export function requestLog(logger: Logger, trustProxy: TrustProxy): Middleware {
  const idOf = requestIds(peerTrust(trustProxy));
  return (request, response, next) => {
    const id = idOf(request);
    const start = performance.now();
    request.id = id;
    response.setHeader('X-Request-Id', id);
    response.once('close', () => {
      const line = { request_id: id, ...describe(request, response), milliseconds: since(start) };
      logger[levelOf(line)](line, messageOf(response));
    });
    next();
  };
}

/** A proxy's own id is taken over, so that both logs tell of one request; anybody else's is not. */
function requestIds(isTrusted: (address: string | undefined) => boolean) {
  return ({ headers, socket }: IncomingMessage): string => {
    const sent = headers['x-request-id'];
    const isAccepted =
      typeof sent === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(sent) && isTrusted(socket.remoteAddress);
    return isAccepted ? sent : randomUUID();
  };
}

interface Line {
  operation: string | undefined;
  method: string | undefined;
  path: string;
  status: number;
  reason: string | undefined;
}

function describe(request: ObservedRequest, response: ObservedResponse): Line {
  const { operationId: operation, reason } = response.locals ?? {};
  const { statusCode: status } = response;
  return { operation, method: request.method, path: requestPath(request), status, reason };
}

/** To the microsecond. */
function since(start: number): number {
  return Math.round((performance.now() - start) * 1000) / 1000;
}

/** A refusal is the protocol at work, not a fault of the server, so it is information like any other answer. */
function levelOf({ status, path }: Line): 'error' | 'debug' | 'info' {
  if (status >= 500) return 'error';
  return PROBES.has(path) ? 'debug' : 'info';
}

function messageOf(response: ObservedResponse): string {
  if (!response.writableEnded) return 'the peer left before the answer';
  return response.locals?.reason === undefined ? 'answered' : 'refused';
}
