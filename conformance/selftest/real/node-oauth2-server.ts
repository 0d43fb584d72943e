import OAuth2Server from '@node-oauth/oauth2-server';
import express, { type Request, type Response } from 'express';
import { NodeOauthModel } from './node-oauth2-model.ts';
import { OwnerDesk, type Conclude } from './owner-desk.ts';
import { errorPage, pageHeaders } from './owner-pages.ts';
import { owner } from './registered-clients.ts';
import { serveOnLoopback, type RunningServer } from './running-server.ts';

/** What the library throws: `name` is the error code, `code` the status. */
type OAuthError = Error & { code: number };

/**
 * @node-oauth/oauth2-server behind a host of its own: the host asks the owner, and sends what the library answers. It
 * has no metadata, no introspection and no revocation.
 */
export async function startNodeOauth2Server(): Promise<RunningServer> {
  const app = express().disable('x-powered-by');
  const oauth = new OAuth2Server({
    model: new NodeOauthModel(),
    // Public clients have no secret; the model refuses others that send none.
    requireClientAuthentication: { authorization_code: false, refresh_token: false },
  });
  const desk = new OwnerDesk(app, concludeWith(oauth));
  app.get('/authorize', (request, response) => desk.receive(request, response));
  app.post('/authorize', (request, response) => desk.receive(request, response));
  app.all('/token', (request, response) => answerToken(oauth, request, response));
  app.all('/me', (request, response) => answerResource(oauth, request, response));
  return await serveOnLoopback(app);
}

/** The answer of the library is the redirect that it wrote; where it wrote none, the owner gets a page. */
function concludeWith(oauth: OAuth2Server): Conclude {
  return async (pending, decision, response) => {
    const query = decision === 'deny' ? { ...pending.query, allowed: 'false' } : pending.query;
    const answer = new OAuth2Server.Response();
    const authenticateHandler = { handle: () => ({ id: owner.username }) };
    try {
      await oauth.authorize(new OAuth2Server.Request({ ...pending, query }), answer, { authenticateHandler });
    } catch (error) {
      if (answer.status !== 302) {
        const { code, message } = error as OAuthError;
        response.status(code).set(pageHeaders).send(errorPage(message));
        return;
      }
    }
    response.status(302).set(answer.headers).end();
  };
}

/** What the library throws without an answer of its own is told in the form of RFC 6749 §5.2. */
async function answerToken(oauth: OAuth2Server, request: Request, response: Response): Promise<void> {
  const answer = new OAuth2Server.Response();
  try {
    await oauth.token(new OAuth2Server.Request(request), answer);
  } catch (error) {
    const { name, message, code } = error as OAuthError;
    const isWritten = answer.status !== 200;
    answer.status = isWritten ? (answer.status ?? code) : code;
    answer.body = isWritten ? (answer.body as unknown) : { error: name, error_description: message };
  }
  response
    .status(answer.status ?? 200)
    .set(answer.headers)
    .json(answer.body);
}

/** A protected resource of the host, with the library as its guard. */
async function answerResource(oauth: OAuth2Server, request: Request, response: Response): Promise<void> {
  const answer = new OAuth2Server.Response();
  try {
    const { user } = await oauth.authenticate(new OAuth2Server.Request(request), answer, {
      scope: ['profile'],
    });
    response.set(answer.headers).json({ sub: user['id'] as string });
  } catch (error) {
    const { name, message, code } = error as OAuthError;
    response.status(code).set(answer.headers);
    // RFC 6750 §3.1: nothing about an error where nobody tried to authenticate.
    if (name === 'unauthorized_request') response.end();
    else response.json({ error: name, error_description: message });
  }
}
