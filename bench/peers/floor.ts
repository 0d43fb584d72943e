import express, { type Express } from 'express';
import { constantAnswers, mintCodes } from './constant-answers.ts';
import type { Peer } from './peer.ts';
import { plainExpress } from './plain-express.ts';

/** Express that parses forms and answers with constants: what is left of a server that decides and stores nothing. */
export async function startFloor(): Promise<Peer> {
  const app = plainExpress();
  app.use(express.urlencoded({ extended: false }));
  return answering(app);
}

/** The operations that are measured, each with its constant. */
export function answering(app: Express): Peer {
  app.post('/oauth/token', (_request, response) => void response.json(constantAnswers.token));
  app.post('/oauth/introspect', (_request, response) => void response.json(constantAnswers.introspection));
  app.get('/api/me', (_request, response) => void response.json(constantAnswers.resource));
  return { listener: app, mintCodes };
}
