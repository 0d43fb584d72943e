import { Provider, type Configuration, type InteractionResult } from 'oidc-provider';
import express, { urlencoded, type Express } from 'express';
import { consentPage, pageHeaders, signInPage } from './owner-pages.ts';
import { owner, registeredClients, type RegisteredClient } from './registered-clients.ts';
import { serveOnLoopback, type RunningServer } from './running-server.ts';

/**
 * oidc-provider with its own storage in memory and pages of ours for its interactions. Beside clients and accounts its
 * defaults hold, but that introspection and revocation are on and that a refresh token needs no `offline_access`.
 */
export async function startOidcProvider(): Promise<RunningServer> {
  const app = express().disable('x-powered-by');
  const server = await serveOnLoopback(app);
  const provider = new Provider(server.address, configuration);
  mountInteractions(app, provider);
  app.use(provider.callback());
  return server;
}

const configuration: Configuration = {
  clients: Object.values(registeredClients).map(metadataOf),
  scopes: ['openid', 'profile', 'events'],
  claims: { openid: ['sub'], profile: ['name'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: 'Alice' }) }),
  issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
  features: {
    devInteractions: { enabled: false },
    introspection: { enabled: true },
    revocation: { enabled: true },
  },
  cookies: { keys: ['a key for the cookies of one test run'] },
};

function metadataOf({ id, secret, redirectUris, grants }: RegisteredClient) {
  const hasCode = grants.includes('authorization_code');
  return {
    client_id: id,
    ...(secret === null ? { token_endpoint_auth_method: 'none' } : { client_secret: secret }),
    redirect_uris: [...redirectUris],
    grant_types: hasCode ? [...grants] : ['implicit'],
    response_types: hasCode ? ['code'] : ['id_token'],
  };
}

/** Sign-in and consent, as the library asks for them one after the other. */
function mountInteractions(app: Express, provider: Provider): void {
  app.get('/interaction/:uid', async (request, response) => {
    const { prompt, params } = await provider.interactionDetails(request, response);
    const form = { action: request.originalUrl, hidden: {} };
    const html =
      prompt.name === 'login'
        ? signInPage(form)
        : consentPage(form, params['scope'] ?? 'nothing in particular');
    response.set(pageHeaders).send(html);
  });
  app.post('/interaction/:uid', urlencoded({ extended: false }), async (request, response) => {
    const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
    const { username, password, decision } = request.body as Record<string, string>;
    if (prompt.name === 'login' && (username !== owner.username || password !== owner.password)) {
      const form = { action: request.originalUrl, hidden: {} };
      return void response.status(403).set(pageHeaders).send(signInPage(form, true));
    }
    const finish = (result: InteractionResult) =>
      provider.interactionFinished(request, response, result, {
        mergeWithLastSubmission: prompt.name !== 'login',
      });
    if (prompt.name === 'login') return await finish({ login: { accountId: owner.username } });
    if (decision !== 'approve') return await finish({ error: 'access_denied' });
    const grant =
      (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
      new provider.Grant({ accountId: session?.accountId, clientId: params['client_id'] ?? '' });
    grant.addOIDCScope(params['scope'] ?? '');
    return await finish({ consent: { grantId: await grant.save() } });
  });
}
