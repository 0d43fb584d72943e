import type { RequestHandler } from 'express';

/**
 * Steps of which the order is known at the start, as one. Express would look at method and path again before each of them, and
 * make a closure for it.
 */
export function inTurn(steps: readonly RequestHandler[]): RequestHandler {
  const end: RequestHandler = (_req, _res, next) => next();
  return steps.reduceRight<RequestHandler>(
    (rest, step) => (req, res, next) => {
      const proceed = (error?: unknown): void => {
        if (error === undefined || error === null) void rest(req, res, next);
        else next(error);
      };
      try {
        void step(req, res, proceed);
      } catch (error) {
        next(error);
      }
    },
    end,
  );
}
