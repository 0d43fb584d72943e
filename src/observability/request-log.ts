import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LevelWithSilent, Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { peerTrust, type TrustProxy } from '../config/trust-proxy.ts';
import { serializers } from './logger.ts';
import { requestPath } from './request-path.ts';

/** An answer on which the router noted the operation, and the writer of errors the reason of the refusal. */
export type ObservedResponse = ServerResponse & {
  locals?: { operationId?: string; reason?: string };
};

export type Middleware = (request: IncomingMessage, response: ObservedResponse, next: () => void) => void;

const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * One line per request: request id, operation, method, path, status, milliseconds, and why it was refused. Gives
 * `request.id` and `request.log`, and answers the id as `X-Request-Id`. Goes before everything else.
 */
export function requestLog(logger: Logger, trustProxy: TrustProxy): Middleware {
  return pinoHttp<IncomingMessage, ObservedResponse>({
    logger,
    serializers,
    wrapSerializers: false,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'request_id' },
    genReqId: requestIds(peerTrust(trustProxy)),
    customLogLevel: level,
    customSuccessObject: line,
    customErrorObject: line,
    customSuccessMessage: message,
    customErrorMessage: (_request, response) => message(_request, response),
  });
}

/** A proxy's own id is taken over, so that both logs tell of one request; anybody else's is not. */
function requestIds(isTrusted: (address: string | undefined) => boolean) {
  return (request: IncomingMessage, response: ServerResponse): string => {
    const sent = request.headers['x-request-id'];
    const isAccepted =
      typeof sent === 'string' &&
      /^[A-Za-z0-9._-]{1,64}$/.test(sent) &&
      isTrusted(request.socket.remoteAddress);
    const id = isAccepted ? sent : randomUUID();
    response.setHeader('X-Request-Id', id);
    return id;
  };
}

function line(request: IncomingMessage, response: ObservedResponse, ...timing: unknown[]): object {
  const { operationId, reason } = response.locals ?? {};
  return {
    operation: operationId,
    method: request.method,
    path: requestPath(request),
    status: response.statusCode,
    milliseconds: milliseconds(timing.at(-1)),
    reason,
  };
}

/** pino-http hands over what it would have logged; only the duration is taken from it. */
function milliseconds(observed: unknown): number | undefined {
  const isTimed = typeof observed === 'object' && observed !== null && 'responseTime' in observed;
  return isTimed ? Number(observed.responseTime) : undefined;
}

/** A refusal is the protocol at work, not a fault of the server, so it is information like any other answer. */
function level(request: IncomingMessage, response: ObservedResponse, error?: Error): LevelWithSilent {
  if (error !== undefined || response.statusCode >= 500) return 'error';
  return PROBES.has(requestPath(request)) ? 'debug' : 'info';
}

function message(_request: IncomingMessage, response: ObservedResponse): string {
  if (!response.writableEnded) return 'the peer left before the answer';
  return response.locals?.reason === undefined ? 'answered' : 'refused';
}
