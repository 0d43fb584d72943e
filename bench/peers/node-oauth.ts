import OAuth2Server from '@node-oauth/oauth2-server';
import express, { type Request } from 'express';
import { authorizationRequest, owner } from '../contestants/client.ts';
import { constantAnswers } from './constant-answers.ts';
import { inSqlite } from './knex-store.ts';
import { inMemory } from './memory-store.ts';
import { nodeOauthModel } from './node-oauth-model.ts';
import type { StartPeer } from './peer.ts';
import { plainExpress } from './plain-express.ts';
import type { PeerStore } from './peer-store.ts';
import { queryOf } from './query.ts';

/** @node-oauth/oauth2-server behind a host app that does what its documentation shows and no more. */
export const startNodeOauth: StartPeer = async ({ filename }) => {
  const { store: reader, inTransaction } = filename === null ? inMemory() : await inSqlite(filename);
  const reading = serverOn(reader);
  // In memory there is one store for everything.
  const serverIn = (store: PeerStore) => (store === reader ? reading : serverOn(store));
  const app = plainExpress();
  app.use(express.urlencoded({ extended: false }));
  app.post('/token', async (request, response) => {
    const answer = new OAuth2Server.Response();
    await inTransaction((store) => serverIn(store).token(requestOf(request), answer));
    response
      .status(answer.status ?? 500)
      .set(answer.headers)
      .json(answer.body);
  });
  app.get('/authorize', async (request, response) => {
    const answer = new OAuth2Server.Response();
    await inTransaction((store) => serverIn(store).authorize(requestOf(request), answer, asOwner));
    response
      .status(answer.status ?? 500)
      .set(answer.headers)
      .end();
  });
  app.get('/me', async (request, response) => {
    const answer = new OAuth2Server.Response();
    await reading.authenticate(requestOf(request), answer);
    response.json(constantAnswers.resource);
  });
  return { listener: app, mintCodes: (count) => inTransaction((store) => mintCodes(serverIn(store), count)) };
};

/** Somebody is signed in and has agreed. */
const asOwner = { authenticateHandler: { handle: () => ({ id: owner.id }) } };

function serverOn(store: PeerStore): OAuth2Server {
  return new OAuth2Server({ model: nodeOauthModel(store) });
}

function requestOf(request: Request): OAuth2Server.Request {
  return new OAuth2Server.Request({
    method: request.method,
    headers: request.headers as Record<string, string>,
    query: queryOf(request.url),
    body: (request.body ?? {}) as Record<string, string>,
  });
}

async function mintCodes(server: OAuth2Server, count: number): Promise<string[]> {
  const { method, path } = authorizationRequest('/authorize');
  const codes: string[] = [];
  for (let minted = 0; minted < count; minted += 1) {
    const request = new OAuth2Server.Request({ method, headers: {}, query: queryOf(path), body: {} });
    const code = await server.authorize(request, new OAuth2Server.Response(), asOwner);
    codes.push(code.authorizationCode);
  }
  return codes;
}
