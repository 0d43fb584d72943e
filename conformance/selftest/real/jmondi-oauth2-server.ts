import { AuthorizationServer } from '@jmondi/oauth2-server';
import { handleExpressError, handleExpressResponse, requestFromExpress } from '@jmondi/oauth2-server/express';
import { randomBytes } from 'node:crypto';
import express, { type Response } from 'express';
import { jmondiRepositories } from './jmondi-repositories.ts';
import { OwnerDesk, type Conclude } from './owner-desk.ts';
import { owner } from './registered-clients.ts';
import { serveOnLoopback, type RunningServer } from './running-server.ts';

/**
 * @jmondi/oauth2-server behind a host of its own: the library's own Express adapter answers, errors of the authorization
 * endpoint included, as its documentation shows it. PKCE with S256 for every client is its default.
 */
export async function startJmondiOauth2Server(): Promise<RunningServer> {
  const app = express().disable('x-powered-by');
  const oauth = authorizationServer();
  const desk = new OwnerDesk(app, concludeWith(oauth));
  app.get('/authorize', (request, response) =>
    guard(response, async () => {
      await oauth.validateAuthorizationRequest(requestFromExpress(request));
      desk.receive(request, response);
    }),
  );
  app.post('/token', (request, response) =>
    guard(response, async () => {
      handleExpressResponse(response, await oauth.respondToAccessTokenRequest(requestFromExpress(request)));
    }),
  );
  app.post('/token/introspect', (request, response) =>
    guard(response, async () => {
      handleExpressResponse(response, await oauth.introspect(requestFromExpress(request)));
    }),
  );
  app.post('/token/revoke', (request, response) =>
    guard(response, async () => {
      handleExpressResponse(response, await oauth.revoke(requestFromExpress(request)));
    }),
  );
  return await serveOnLoopback(app);
}

function authorizationServer(): AuthorizationServer {
  const { clients, tokens, scopes, codes, users } = jmondiRepositories();
  const oauth = new AuthorizationServer(clients, tokens, scopes, randomBytes(32).toString('base64url'));
  oauth.enableGrantTypes('client_credentials', 'refresh_token', {
    grant: 'authorization_code',
    authCodeRepository: codes,
    userRepository: users,
  });
  return oauth;
}

/** Yes and no are both told to the library, which makes the answer. */
function concludeWith(oauth: AuthorizationServer): Conclude {
  return (pending, decision, response) =>
    guard(response, async () => {
      const request = await oauth.validateAuthorizationRequest(pending);
      request.user = { id: owner.username };
      request.isAuthorizationApproved = decision === 'approve';
      handleExpressResponse(response, await oauth.completeAuthorizationRequest(request));
    });
}

async function guard(response: Response, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    handleExpressError(error, response);
  }
}
