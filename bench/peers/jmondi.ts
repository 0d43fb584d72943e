import { AuthorizationServer, OAuthRequest, type OAuthResponse } from '@jmondi/oauth2-server';
import { handleExpressResponse } from '@jmondi/oauth2-server/express';
import express, { type Request } from 'express';
import { authorizationRequest, owner } from '../contestants/client.ts';
import { jmondiRepositories } from './jmondi-repositories.ts';
import { inSqlite } from './knex-store.ts';
import { inMemory } from './memory-store.ts';
import type { PeerStore } from './peer-store.ts';
import type { StartPeer } from './peer.ts';
import { plainExpress } from './plain-express.ts';
import { queryOf } from './query.ts';

const signingKey = 'a key of thirty-two or more characters';

/** @jmondi/oauth2-server behind a host app that does what its documentation shows and no more. */
export const startJmondi: StartPeer = async ({ filename }) => {
  const { store: reader, inTransaction } = filename === null ? inMemory() : await inSqlite(filename);
  const reading = serverOn(reader);
  // In memory there is one store for everything.
  const serverIn = (store: PeerStore) => (store === reader ? reading : serverOn(store));
  const app = plainExpress();
  app.use(express.urlencoded({ extended: false }));
  app.post('/token', async (request, response) => {
    const answer = await inTransaction((store) =>
      serverIn(store).respondToAccessTokenRequest(requestOf(request)),
    );
    handleExpressResponse(response, answer);
  });
  app.post('/token/introspect', async (request, response) => {
    handleExpressResponse(response, await reading.introspect(requestOf(request)));
  });
  app.get('/authorize', async (request, response) => {
    const answer = await inTransaction((store) => authorize(serverIn(store), request.url));
    handleExpressResponse(response, answer);
  });
  return { listener: app, mintCodes: (count) => inTransaction((store) => mintCodes(serverIn(store), count)) };
};

function serverOn(store: PeerStore): AuthorizationServer {
  const { clients, tokens, scopes, codes, users } = jmondiRepositories(store);
  const server = new AuthorizationServer(clients, tokens, scopes, signingKey);
  server.enableGrantTypes('client_credentials', 'refresh_token', {
    grant: 'authorization_code',
    authCodeRepository: codes,
    userRepository: users,
  });
  return server;
}

/** Somebody is signed in and has agreed. */
async function authorize(server: AuthorizationServer, url: string): Promise<OAuthResponse> {
  const request = await server.validateAuthorizationRequest(new OAuthRequest({ query: queryOf(url) }));
  request.user = { id: owner.id };
  request.isAuthorizationApproved = true;
  return await server.completeAuthorizationRequest(request);
}

function requestOf(request: Request): OAuthRequest {
  const headers = request.headers as Record<string, string>;
  const body = (request.body ?? {}) as Record<string, unknown>;
  return new OAuthRequest({ headers, query: queryOf(request.url), body });
}

async function mintCodes(server: AuthorizationServer, count: number): Promise<string[]> {
  const { path } = authorizationRequest('/authorize');
  const codes: string[] = [];
  for (let minted = 0; minted < count; minted += 1) {
    const { headers } = await authorize(server, path);
    codes.push(new URL(String(headers['location'])).searchParams.get('code') ?? '');
  }
  return codes;
}
