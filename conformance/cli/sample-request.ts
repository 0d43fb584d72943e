import {
  authorizationDraft,
  exchangeDraft,
  refreshDraft,
  resourceDraft,
  type Authentication,
} from '../agents/client.ts';
import { Inapplicable } from '../model/inapplicable.ts';
import type { Pairs, RequestDraft } from '../model/exchange.ts';
import type { Scenario } from '../model/scenario.ts';
import { completeTarget } from '../target/complete-target.ts';
import { nothingFound } from '../target/discover.ts';
import type { Target, TargetClient } from '../target/target.ts';

type Probe = Exclude<Scenario, { act: unknown }>;

/** A target that does not exist, with words where values would be. */
export const sampleTarget: Target = completeTarget(
  {
    name: 'sample',
    issuer: 'https://server.example',
    authorization_endpoint: 'https://server.example/authorize',
    token_endpoint: 'https://server.example/token',
    resource: { url: 'https://server.example/resource' },
    scopes: ['SCOPE'],
    pkce: { supported: true },
  },
  nothingFound,
  [],
);

/** The valid request of a base, with words where the values of a real one would be. */
export function sampleRequest(from: Probe['from']): RequestDraft {
  const isPublic = from.startsWith('public');
  const client: TargetClient = {
    client_id: 'CLIENT_ID',
    client_secret: isPublic ? null : 'CLIENT_SECRET',
    redirect_uris: ['https://client.example/callback'],
    scopes: null,
  };
  const [redirect_uri] = client.redirect_uris;
  const code_verifier = 'VERIFIER';
  const code = { code: 'CODE', redirect_uri, code_verifier, client: 'confidential' as const };
  const exchange = (how: Authentication) => exchangeDraft(sampleTarget, client, code, how);
  switch (from) {
    case 'authorization request':
    case 'public authorization request':
    case 'authorization request, denied':
      return named(authorizationDraft(sampleTarget, { client, redirect_uri, state: 'STATE', code_verifier }));
    case 'access token request':
    case 'access token request, Basic':
      return exchange('basic');
    case 'access token request, credentials in the body':
      return exchange('post');
    case 'public access token request':
      return exchange('none');
    case 'refresh request':
      return refreshDraft(sampleTarget, client, 'REFRESH_TOKEN', 'basic');
    case 'resource request':
      return resourceDraft(sampleTarget, 'ACCESS_TOKEN');
  }
}

/** The request that the scenario sends: the valid one with its change. Null where the sample has nothing to change. */
export function changedRequest({ from, change }: Probe): RequestDraft | null {
  const valid = sampleRequest(from);
  try {
    return change === null ? valid : change.apply(valid);
  } catch (error) {
    if (error instanceof Inapplicable) return null;
    throw error;
  }
}

function named(draft: RequestDraft): RequestDraft {
  const query: Pairs = draft.query.map(([name, value]) =>
    name === 'code_challenge' ? [name, 'CHALLENGE'] : [name, value],
  );
  return { ...draft, query };
}
