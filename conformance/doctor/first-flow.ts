import { signIn } from '../run/open-world.ts';
import { LiveStage } from '../run/live-stage.ts';
import { Blocked, type World } from '../run/world.ts';
import { answerOf, describeLanding } from '../expect/authorization.ts';
import { memberOf } from '../expect/http.ts';
import { set } from '../model/change.ts';
import { valueOf } from '../model/exchange.ts';
import type { ClientRole } from '../model/client-role.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import { describeExchange } from './check-clients.ts';
import type { Checkup, Diagnosis } from './checkup.ts';
import { diagnoseLanding } from './diagnose-landing.ts';
import { hasSentPassword } from './password-sent.ts';

/** What the first flow showed of the target. */
export interface Observed {
  signs_in: boolean;
  can_deny: boolean;
  access_token: string;
  refresh_token: boolean;
}

/**
 * The whole flow once, by the owner who stays signed in for the run: deny where that can be, then approve, then
 * exchange. Null where it does not come to an end; the checkup says why.
 */
export async function playFirstFlow(
  world: World,
  options: { mayDeny: boolean },
  checkup: Checkup,
): Promise<Observed | null> {
  const denial = options.mayDeny ? await signIn(world, 'deny') : null;
  const isStuck = denial?.landing.at === 'nowhere';
  const approval = isStuck ? denial : await signIn(world, 'approve');
  const code = valueOf(answerOf(approval.landing), 'code');
  if (code === undefined) {
    // Who signed in to deny is signed in already.
    const exchanges = [...(denial?.exchanges ?? []), ...approval.exchanges];
    checkup.fail(await diagnoseLanding({ ...approval, exchanges }, world));
    return null;
  }
  const { owner } = world.target;
  const signs_in = [denial, approval].some((journey) => journey !== null && hasSentPassword(journey, owner));
  checkup.ok('sign_in', signs_in ? `as ${owner.username ?? ''}` : 'nobody has to sign in');
  const isDenied = valueOf(answerOf(denial?.landing ?? approval.landing), 'error') === 'access_denied';
  const again = isDenied ? await signIn({ ...world, browser: world.browser.clone() }, 'deny') : null;
  const can_deny = again !== null && valueOf(answerOf(again.landing), 'error') !== undefined;
  if (isDenied && !can_deny)
    checkup.note('consent', 'consent is remembered, so nothing can be denied any more');
  else checkup.ok('consent', can_deny ? 'given and denied' : 'given; there is no way to deny');
  checkup.ok('code');
  const tokens = await exchangeOne(world, checkup);
  return tokens === null ? null : { signs_in, can_deny, ...tokens };
}

async function exchangeOne(world: World, checkup: Checkup) {
  const stage = new LiveStage(world);
  const client: ClientRole = world.target.clients.confidential === undefined ? 'public' : 'confidential';
  const outcome = await stage.exchange(await stage.obtainCode({ client }));
  const access_token = memberOf(outcome.json, 'access_token');
  if (typeof access_token !== 'string') {
    checkup.fail(diagnoseExchange(outcome));
    return null;
  }
  checkup.ok('exchange');
  return { access_token, refresh_token: typeof memberOf(outcome.json, 'refresh_token') === 'string' };
}

function diagnoseExchange(outcome: HttpOutcome): Diagnosis {
  const detail = `a fresh code was not exchanged: ${describeExchange(outcome)}`;
  const fixes: Record<string, string> = {
    invalid_client: 'correct `clients.confidential.client_secret`, or `client_authentication`',
    unauthorized_client: 'allow the client the authorization-code grant at the server',
    unsupported_grant_type: 'if the server wants another word, write it in `quirks.grant_type`',
    invalid_grant: 'if the server wants its parameters in another place, see `quirks`; else look at its log',
  };
  const error = memberOf(outcome.json, 'error');
  const fix = typeof error === 'string' ? fixes[error] : undefined;
  return {
    id: 'exchange',
    detail,
    fix: fix ?? "look at the server's log; parameters that it demands go into `token_parameters`",
  };
}

/** A valid request of each client that may make one, with each redirect URI that it is said to have. */
export async function checkEveryClient(world: World, checkup: Checkup): Promise<void> {
  const { clients } = world.target;
  const roles = (Object.keys(clients) as ClientRole[]).filter((role) => role !== 'no_code_grant');
  const places = roles.flatMap((role) => (clients[role]?.redirect_uris ?? []).map((uri) => ({ role, uri })));
  const answers = await Promise.all(
    places.map(async ({ role, uri }) => {
      const { landing } = await new LiveStage(world).authorize({
        client: role,
        change: set('redirect_uri', uri),
      });
      const isFine = valueOf(answerOf(landing), 'code') !== undefined;
      const isOneOfSeveral = (clients[role]?.redirect_uris.length ?? 0) > 1;
      const at = isOneOfSeveral ? ` at ${uri}` : '';
      return isFine ? null : { role, at, problem: describeLanding(landing) };
    }),
  );
  const barren = answers.filter((answer) => answer !== null);
  const [first] = barren;
  if (first === undefined) checkup.ok('every_client', roles.join(', '));
  else
    checkup.fail({
      id: 'every_client',
      detail: barren
        .map(({ role, at, problem }) => `clients.${role} gets no code${at}: ${problem}`)
        .join('; '),
      fix: `compare \`redirect_uris\` and \`scopes\` of clients.${first.role} with what is registered at the server, or leave that client out`,
    });
}

/** Whether introspection or the resource knows a token that was just issued. */
export async function checkLiveness(
  world: World,
  { access_token }: Observed,
  { isDeclared }: { isDeclared: boolean },
  checkup: Checkup,
): Promise<boolean> {
  const { introspection_endpoint, resource } = world.target;
  if (introspection_endpoint === null && resource === null) {
    checkup.note(
      'liveness',
      'nothing is known that tells whether a token is alive',
      'give `introspection_endpoint` or `resource.url`: replays and revocation are judged by it',
    );
    return true;
  }
  const stage = new LiveStage(world);
  const isAlive = await stage.isAlive(access_token).catch((error: unknown) => rethrowUnlessBlocked(error));
  const name = introspection_endpoint === null ? 'the resource' : 'introspection';
  if (isAlive) checkup.ok('liveness', name);
  else {
    const detail = `${name} does not know a token that was just issued (status ${stage.exchanges.at(-1)?.response?.status ?? 'none'})`;
    const setting = introspection_endpoint === null ? 'resource' : 'introspection_endpoint';
    const fix = `correct \`${setting}\`, or the right of clients.confidential to use it`;
    if (isDeclared) checkup.fail({ id: 'liveness', detail, fix });
    else checkup.note('liveness', detail, fix);
  }
  return isAlive;
}

function rethrowUnlessBlocked(error: unknown): false {
  if (error instanceof Blocked) return false;
  throw error;
}
