import { authorizationDraft, newAttempt } from '../agents/client.ts';
import { answerOf } from '../expect/authorization.ts';
import { set } from '../model/change.ts';
import { valueOf, type Pairs } from '../model/exchange.ts';
import type { World } from '../run/world.ts';
import { mainClient } from '../target/main-client.ts';
import type { Diagnosis } from './checkup.ts';

/** Why a valid request came back with an error, by its code (RFC 6749 §4.1.2.1). */
export async function diagnoseError(answer: Pairs, world: World): Promise<Diagnosis> {
  const error = valueOf(answer, 'error') ?? 'no code and no error';
  const description = valueOf(answer, 'error_description');
  const said = `${error}${description === undefined ? '' : ` (${description})`}`;
  const { owner, clients, scopes } = world.target;
  const user = owner.username ?? '(none)';
  switch (error) {
    case 'invalid_scope':
      return await diagnoseScope(world, said);
    case 'access_denied':
      return {
        id: 'consent',
        detail: `the server answers ${said} although the user ${user} pressed what means yes`,
        fix: `give the user ${user} the right to consent, or name the approving button in \`owner.recipe.approve\``,
      };
    case 'unauthorized_client':
      return {
        id: 'client',
        detail: `the client ${clients.confidential?.client_id ?? ''} may not use the authorization-code grant: ${said}`,
        fix: 'allow the grant to the client at the server',
      };
    case 'login_required':
    case 'interaction_required':
    case 'consent_required':
      return {
        id: 'sign_in',
        detail: `the server wants a person, and asked none: ${said}`,
        fix: 'take `prompt` out of `authorization_parameters`, or choose another `owner.driver`',
      };
    default:
      return {
        id: 'code',
        detail: `a valid request for ${scopes.join(' ') || 'no scope'} came back with ${said}`,
        fix: 'if the server demands further parameters, write them in `authorization_parameters`; if it demands PKCE, write `pkce: { supported: true }`',
      };
  }
}

/** Asks for each scope alone to see which one is meant. */
async function diagnoseScope(world: World, said: string): Promise<Diagnosis> {
  const { target, browser } = world;
  const client = mainClient(target);
  const scopes = client.scopes ?? target.scopes;
  const unknown: string[] = [];
  for (const scope of scopes) {
    const attempt = newAttempt(target, client);
    const request = set('scope', scope).apply(authorizationDraft(target, attempt));
    const errand = { redirect_uri: attempt.redirect_uri, intent: null };
    const { landing } = await browser.clone().travel(request, errand);
    if (valueOf(answerOf(landing), 'error') === 'invalid_scope') unknown.push(scope);
  }
  const named = unknown.length === 0 ? scopes : unknown;
  return {
    id: 'scope',
    detail: `the server does not know, or does not allow this client, ${named.join(', ')}: ${said}`,
    fix: `take ${named.join(', ')} out of \`scopes\`, or add it at the server`,
  };
}
