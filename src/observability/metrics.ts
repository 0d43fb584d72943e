import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Middleware } from './request-log.ts';

export interface ObservedRequest {
  /** The operation of the contract; undefined where no operation matched. */
  operation: string | undefined;
  status: number;
  seconds: number;
  /** Why it was refused, where it was. */
  reason: string | undefined;
}

export interface Metrics {
  observeRequest(request: ObservedRequest): void;
  /** Everything in Prometheus' text format. */
  render(): Promise<string>;
  contentType: string;
}

/** From an exchange that takes a few milliseconds to a sign-in that waits for Argon2 in a queue. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The metrics of one application. Every label has few values that we chose: an operation of the contract, a
 * status, a reason. A path or a client id would let a caller fill the memory.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'codegrant_' });
  const requests = new Counter({
    name: 'codegrant_http_requests_total',
    help: 'Requests answered, by operation and status.',
    labelNames: ['operation', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'codegrant_http_request_duration_seconds',
    help: 'Time from the request line to the end of the answer, by operation.',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'codegrant_refusals_total',
    help: 'Requests refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  return {
    observeRequest({ operation = 'none', status, seconds, reason }) {
      requests.inc({ operation, status });
      durations.observe({ operation }, seconds);
      if (reason !== undefined) refusals.inc({ reason });
    },
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Observes each request once, when its answer was sent or its peer has left. */
export function requestMetrics(metrics: Metrics): Middleware {
  return (_request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      const { operationId, reason } = response.locals ?? {};
      const seconds = (performance.now() - start) / 1000;
      metrics.observeRequest({ operation: operationId, status: response.statusCode, seconds, reason });
    });
    next();
  };
}
