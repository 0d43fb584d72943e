import type { Request, Response } from 'express';
import { Provider, type Configuration } from 'oidc-provider';
import { challenge, client, owner } from '../contestants/client.ts';
import { constantAnswers } from './constant-answers.ts';
import { knexAdapter, type OidcDatabase } from './oidc-knex-adapter.ts';
import { memoryAdapter } from './oidc-memory-adapter.ts';
import type { StartPeer } from './peer.ts';
import { plainExpress } from './plain-express.ts';

/**
 * oidc-provider as an OAuth server: no ID tokens, since nobody asks for the scope `openid`. Its host app has the
 * interactions, which it finishes at once, and a resource behind its access tokens.
 */
export const startOidcProvider: StartPeer = async ({ origin, filename }) => {
  const database = filename === null ? inMemory() : await knexAdapter(filename);
  const provider = new Provider(origin, configurationFor(database));
  // One transaction for an exchange, over before the answer is sent.
  provider.use((context, next) => (context.path === '/token' ? database.inTransaction(next) : next()));
  const app = plainExpress();
  app.get('/me', async (request, response) => {
    const token = await provider.AccessToken.find(
      (request.headers.authorization ?? '').slice('Bearer '.length),
    );
    if (token?.isValid === true) response.json(constantAnswers.resource);
    else response.status(401).end();
  });
  app.get('/interaction/:uid', (request, response) => finishInteraction(provider, request, response));
  app.use(provider.callback());
  return { listener: app, mintCodes: (count) => database.inTransaction(() => mintCodes(provider, count)) };
};

function inMemory(): OidcDatabase {
  return { adapter: memoryAdapter(), inTransaction: (act) => act() };
}

function configurationFor({ adapter }: OidcDatabase): Configuration {
  return {
    adapter,
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    scopes: ['openid', client.scope],
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: owner.name }) }),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    features: { devInteractions: { enabled: false }, introspection: { enabled: true } },
    cookies: { keys: ['a key for the cookies of the bench'] },
  };
}

/** What a host app does once the owner has signed in, or has agreed; here they always have. */
async function finishInteraction(provider: Provider, request: Request, response: Response): Promise<void> {
  const { prompt, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { accountId: owner.id };
    return await provider.interactionFinished(
      request,
      response,
      { login },
      { mergeWithLastSubmission: false },
    );
  }
  const grant =
    (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
    new provider.Grant({ accountId: owner.id, clientId: client.id });
  grant.addOIDCScope(client.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

/** As an owner's consent would leave them: a grant, and a code of it. */
async function mintCodes(provider: Provider, count: number): Promise<string[]> {
  const registered = await provider.Client.find(client.id);
  const codes: string[] = [];
  for (let minted = 0; minted < count; minted += 1) {
    const grant = new provider.Grant({ accountId: owner.id, clientId: client.id });
    grant.addOIDCScope(client.scope);
    const code = new provider.AuthorizationCode({
      accountId: owner.id,
      client: registered,
      grantId: await grant.save(),
      gty: 'authorization_code',
      redirectUri: client.redirectUri,
      scope: client.scope,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    });
    codes.push(await code.save());
  }
  return codes;
}
