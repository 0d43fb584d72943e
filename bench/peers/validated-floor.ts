import { resolve } from 'node:path';
import express, { type RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { answering } from './floor.ts';
import type { Peer } from './peer.ts';
import { plainExpress } from './plain-express.ts';

/** The floor behind express-openapi-validator with this project's contract, by the front door of the package. */
export async function startValidatedFloor(): Promise<Peer> {
  const app = plainExpress();
  // The package reads `req.query` as an object, which Express makes where it is allowed to parse.
  app.set('query parser', 'simple');
  app.use(express.urlencoded({ extended: false }));
  const steps = middleware({
    apiSpec: resolve('openapi.yaml'),
    validateRequests: { allowUnknownQueryParameters: true },
    validateSecurity: false,
    validateResponses: false,
    fileUploader: false,
  });
  app.use(...(steps as RequestHandler[]));
  return answering(app);
}
