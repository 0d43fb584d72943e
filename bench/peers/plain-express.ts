import express, { type Express } from 'express';

/** Express with the settings of this project's server, so that none is ahead for what another leaves out. */
export function plainExpress(): Express {
  const app = express();
  app.set('strict routing', true);
  app.set('case sensitive routing', true);
  app.set('query parser', false);
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  return app;
}
