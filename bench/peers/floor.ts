import { resolve } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { constantAnswers, mintCodes } from './constant-answers.ts';
import type { Peer } from './peer.ts';
import { plainExpress } from './plain-express.ts';

/** Express that parses forms and answers with constants: what is left of a server that decides and stores nothing. */
export async function startFloor(): Promise<Peer> {
  const app = plainExpress();
  app.use(express.urlencoded({ extended: false }));
  return answering(app);
}

/** The same behind express-openapi-validator with this project's contract, by the front door of the package. */
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

function answering(app: Express): Peer {
  app.post('/oauth/token', (_request, response) => void response.json(constantAnswers.token));
  app.post('/oauth/introspect', (_request, response) => void response.json(constantAnswers.introspection));
  app.get('/api/me', (_request, response) => void response.json(constantAnswers.resource));
  return { listener: app, mintCodes };
}
