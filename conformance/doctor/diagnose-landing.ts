import { answerOf, describeLanding } from '../expect/authorization.ts';
import { omit, set, type Change } from '../model/change.ts';
import { valueOf } from '../model/exchange.ts';
import type { Landing } from '../model/outcome.ts';
import { mainClient } from '../target/main-client.ts';
import type { TargetClient } from '../target/target.ts';
import type { World } from '../run/world.ts';
import type { Journey } from '../agents/user-agent.ts';
import { authorizationDraft, newAttempt } from '../agents/client.ts';
import type { Diagnosis } from './checkup.ts';
import { diagnoseError } from './diagnose-error.ts';
import { hasSentPassword } from './password-sent.ts';

/** Why a valid request brought no code: cause and fix, by where the browser came to rest. */
export async function diagnoseLanding(journey: Journey, world: World): Promise<Diagnosis> {
  const { landing } = journey;
  switch (landing.at) {
    case 'callback':
      return await diagnoseError(answerOf(landing), world);
    case 'elsewhere':
      return diagnoseDeparture(landing.url);
    case 'nowhere':
      return diagnoseStuck(landing.reason, world);
    case 'page':
      return hasSentPassword(journey, world.target.owner)
        ? diagnoseRefusedOwner(journey, landing, world)
        : await diagnoseEarlyPage(landing, world);
  }
}

function diagnoseDeparture(url: string): Diagnosis {
  const place = /^https?:/i.test(url) ? new URL(url).origin : url.replace(/[?#].*$/s, '');
  return {
    id: 'sign_in',
    detail: `the browser was sent to ${place}, which is neither the server nor the callback of the request`,
    fix: `if people sign in there, write \`origins: [${place}]\`; if it is a callback, correct \`redirect_uris\``,
  };
}

function diagnoseStuck(reason: string, { target }: World): Diagnosis {
  const user = target.owner.username ?? '(none)';
  if (reason.startsWith('the sign-in page came back'))
    return {
      id: 'sign_in',
      detail: `the server refuses the user ${user} with this password: ${reason}`,
      fix: 'correct `owner.username` and `owner.password`',
    };
  if (reason.startsWith('the consent page came back'))
    return {
      id: 'consent',
      detail: reason,
      fix: 'name what is to be pressed in `owner.recipe` (approve, check), as CSS selectors',
    };
  return {
    id: 'code',
    detail: reason,
    fix: "look at the server's log, or describe the pages in `owner.recipe`",
  };
}

function diagnoseRefusedOwner(
  { exchanges }: Journey,
  landing: Extract<Landing, { at: 'page' }>,
  { target }: World,
): Diagnosis {
  const user = target.owner.username ?? '(none)';
  const words = shorten(landing.text);
  const isAnswerToPassword = exchanges.at(-1)?.request.method === 'POST';
  if (isAnswerToPassword && landing.status === 429)
    return {
      id: 'sign_in',
      detail: `the server takes no more sign-ins for now (status 429): ${words}`,
      fix: 'wait, or lift the limit on sign-ins for the account that tests',
    };
  if (isAnswerToPassword && landing.status !== 403)
    return {
      id: 'sign_in',
      detail: `the server refuses the user ${user} with this password (status ${landing.status}): ${words}`,
      fix: 'correct `owner.username` and `owner.password`',
    };
  const isError = landing.status >= 400;
  return {
    id: 'consent',
    detail: `after the sign-in of ${user} came a page ${isError ? `with status ${landing.status}` : 'that I cannot answer'}: ${words}`,
    fix: isError
      ? `give the user ${user} the right to consent, or name another in \`owner\``
      : 'name what is to be pressed in `owner.recipe`, or use another `owner.driver`',
  };
}

/** A page before anybody signed in: an error page mostly. Which change of the request makes it go away? */
async function diagnoseEarlyPage(
  landing: Extract<Landing, { at: 'page' }>,
  world: World,
): Promise<Diagnosis> {
  const { target } = world;
  const client = mainClient(target);
  const helps = async (change: Change) => !isSamePage(landing, await look(client, change, world));
  const words = shorten(landing.text);
  const [redirect_uri] = client.redirect_uris;
  if (landing.status < 400 && !(await isErrorPage(landing, client, world)))
    return {
      id: 'sign_in',
      detail: `the page that came has nothing to sign in with: ${words}`,
      fix: 'if it needs a script, use the `headers` or the `command` driver (`owner.driver`); else name its fields in `owner.recipe`',
    };
  if (await helps(omit('redirect_uri')))
    return {
      id: 'callback',
      detail: `the redirect URI ${redirect_uri} is not registered for the client ${client.client_id}: ${words}`,
      fix: 'register it at the server, or write the registered one in `redirect_uris`',
    };
  if (await helps(omit('scope')))
    return {
      id: 'scope',
      detail: `the server refuses the scopes ${target.scopes.join(', ')}: ${words}`,
      fix: 'correct `scopes`',
    };
  const isUnknown = isSamePage(
    landing,
    await look(client, set('client_id', 'conformance-unknown-client'), world),
  );
  return {
    id: isUnknown && client.client_secret === null ? 'client' : 'callback',
    detail: `the server stops the request of ${client.client_id} with ${redirect_uri} before any sign-in (${describeLanding(landing)}): ${words}`,
    fix: 'compare `client_id` and `redirect_uris` with what is registered at the server, letter by letter',
  };
}

/** Some servers show their errors with status 200: then an unknown client gets the same page. */
async function isErrorPage(landing: Extract<Landing, { at: 'page' }>, client: TargetClient, world: World) {
  const unknown = await look(client, set('client_id', 'conformance-unknown-client'), world);
  return unknown.at === 'page' && (isSamePage(landing, unknown) || unknown.status === landing.status);
}

async function look(client: TargetClient, change: Change, { target, browser }: World): Promise<Landing> {
  const attempt = newAttempt(target, client);
  const request = change.apply(authorizationDraft(target, attempt));
  const errand = { redirect_uri: attempt.redirect_uri, intent: null };
  return (await browser.fresh().travel(request, errand)).landing;
}

function isSamePage(a: Landing, b: Landing): boolean {
  if (a.at !== 'page' || b.at !== 'page')
    return a.at === b.at && valueOf(answerOf(a), 'error') === valueOf(answerOf(b), 'error');
  return a.status === b.status && shape(a.text) === shape(b.text);
}

/** The words of a page without what differs from one answer to the next. */
function shape(text: string): string {
  return text
    .replaceAll(/\S*\d\S*|\bconformance-\S+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > 140 ? `${line.slice(0, 140)}…` : line}”`;
}
