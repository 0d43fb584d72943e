import { answerOf } from '../expect/authorization.ts';
import { memberOf } from '../expect/http.ts';
import { byPost, change, set } from '../model/change.ts';
import { valueOf } from '../model/exchange.ts';
import type { ClientRole } from '../model/client-role.ts';
import { LiveStage } from '../run/live-stage.ts';
import { Blocked, type World } from '../run/world.ts';
import type { TargetSettings } from '../target/settings.ts';
import type { Target } from '../target/target.ts';
import type { Observed } from './first-flow.ts';

/** What neither the settings nor the metadata say is found out by trying; in words for the report. */
export async function findBehaviour(
  world: World,
  settings: TargetSettings,
  observed: Observed,
  challengeMethods: readonly string[] | null,
): Promise<{ target: Target; words: string[] }> {
  const { target } = world;
  const role: ClientRole = target.clients.confidential === undefined ? 'public' : 'confidential';
  const knowsPkce = settings.pkce?.supported !== undefined || challengeMethods !== null;
  const [supported, required, post] = await Promise.all([
    knowsPkce ? target.pkce.supported : checksVerifier(world, role),
    settings.pkce?.required ?? demandsChallenge(world, role),
    settings.post_authorization ?? takesPost(world, role),
  ]);
  const found: Target = {
    ...target,
    pkce: { ...target.pkce, supported, required: supported && required },
    post_authorization: post,
    refresh_tokens: settings.refresh_tokens ?? observed.refresh_token,
    owner: {
      ...target.owner,
      signs_in: settings.owner?.signs_in ?? observed.signs_in,
      can_deny: settings.owner?.can_deny ?? observed.can_deny,
    },
  };
  return { target: found, words: wordsOf(found) };
}

function wordsOf({ pkce, refresh_tokens, post_authorization }: Target): string[] {
  return [
    pkce.supported ? `PKCE${pkce.required ? ', compulsory' : ''}` : 'no PKCE',
    refresh_tokens ? 'refresh tokens' : 'no refresh tokens',
    ...(post_authorization ? ['authorization by POST too'] : []),
  ];
}

/** A wrong verifier is refused only by a server that keeps the challenge. */
async function checksVerifier(world: World, client: ClientRole): Promise<boolean> {
  const stage = new LiveStage(world);
  const wrong = set('code_verifier', 'conformance-wrong-verifier-conformance-wrong-verifier');
  const code = await codeOrNull(stage, client);
  return (
    code !== null &&
    memberOf((await stage.exchange(code, { change: wrong })).json, 'access_token') === undefined
  );
}

async function demandsChallenge(world: World, client: ClientRole): Promise<boolean> {
  if (!world.target.pkce.supported) return false;
  const stage = new LiveStage(world);
  const without = change('no challenge', (draft) => ({
    ...draft,
    query: draft.query.filter(([name]) => !name.startsWith('code_challenge')),
  }));
  const { landing } = await stage.authorize({ client, change: without });
  return valueOf(answerOf(landing), 'code') === undefined;
}

async function takesPost(world: World, client: ClientRole): Promise<boolean> {
  const { landing } = await new LiveStage(world).authorize({ client, change: byPost() });
  return valueOf(answerOf(landing), 'code') !== undefined;
}

async function codeOrNull(stage: LiveStage, client: ClientRole) {
  try {
    return await stage.obtainCode({ client });
  } catch (error) {
    if (error instanceof Blocked) return null;
    throw error;
  }
}
