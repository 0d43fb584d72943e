import { expect, test } from 'vitest';
import { listen, smallServer } from '../doctor/small-server.fixture.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { performRun } from './perform-run.ts';

test('a server that refuses the spaces of a scope as %20 fails, and is not merely unjudged', async () => {
  const small = smallServer();
  const { origin, close } = await listen((request, response) => {
    if (/[?&]scope=[^&]*%20/.test(request.url ?? '')) response.writeHead(400).end('no');
    else small(request, response);
  });
  const settings = {
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    clients: { confidential: { client_id: 'one', client_secret: 'secret-one' } },
    client_authentication: ['basic' as const],
    scopes: ['read', 'write'],
    pkce: { supported: false },
    owner: { username: 'alice', password: 'wonderland' },
  };
  const { results } = await performRun(settings, catalogue, { selection: ['rfc6749/3.3/spaces-encoded'] });
  close();
  expect(results.map(({ verdict, reason }) => ({ verdict, reason }))).toEqual([
    { verdict: 'fail', reason: null },
  ]);
});
