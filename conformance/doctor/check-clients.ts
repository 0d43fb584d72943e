import {
  authenticationOf,
  authorizationDraft,
  exchangeDraft,
  newAttempt,
  type Authentication,
} from '../agents/client.ts';
import type { Transport } from '../agents/transport.ts';
import { describeAnswer, memberOf } from '../expect/http.ts';
import type { ClientRole } from '../model/client-role.ts';
import type { HttpOutcome } from '../model/outcome.ts';
import type { Target, TargetClient } from '../target/target.ts';
import type { Checkup, Diagnosis } from './checkup.ts';

type Method = Target['client_authentication'][number];

/**
 * Whether the clients are who they say they are: each sends a code that nobody issued. `invalid_client` means that
 * the client was refused, anything else that the code was. Gives the methods that the server takes.
 */
export async function checkClients(
  target: Target,
  { isDeclared }: { isDeclared: boolean },
  transport: Transport,
  checkup: Checkup,
): Promise<readonly Method[]> {
  const { confidential } = target.clients;
  let methods = target.client_authentication;
  if (confidential === undefined) checkup.skip('client', 'there is no confidential client');
  else {
    const taken = await methodsTaken(target, confidential, transport);
    const usable = methods.filter((method) => taken.includes(method));
    if (usable.length === 0) {
      checkup.fail(await diagnoseRefusal(target, 'confidential', taken, transport));
      return methods;
    }
    const refused = methods.filter((method) => !usable.includes(method));
    if (refused.length === 0) checkup.ok('client', `by ${usable.join(' and ')}`);
    else
      checkup.note('client', `the secret is taken by ${usable.join(', ')}, and not by ${refused.join(', ')}`);
    if (!isDeclared) methods = usable;
  }
  await checkOthers({ ...target, client_authentication: methods }, transport, checkup);
  return methods;
}

async function checkOthers(target: Target, transport: Transport, checkup: Checkup): Promise<void> {
  const others = (Object.keys(target.clients) as ClientRole[]).filter((role) => role !== 'confidential');
  const answers = await Promise.all(
    others.map(async (role) => {
      const client = target.clients[role] as TargetClient;
      const outcome = await sendNonsense(target, client, authenticationOf(target, client), transport);
      return isRefused(outcome) ? role : null;
    }),
  );
  const refused = answers.find((role) => role !== null);
  if (refused === undefined || refused === null) {
    if (others.length === 0) checkup.skip('other_clients', 'no other client is described');
    else checkup.ok('other_clients', others.join(', '));
    return;
  }
  checkup.fail({ ...(await diagnoseRefusal(target, refused, [], transport)), id: 'other_clients' });
}

async function methodsTaken(target: Target, client: TargetClient, transport: Transport): Promise<Method[]> {
  const taken: Method[] = [];
  for (const method of ['basic', 'post'] as const) {
    if (!isRefused(await sendNonsense(target, client, method, transport))) taken.push(method);
  }
  return taken;
}

async function diagnoseRefusal(
  target: Target,
  role: ClientRole,
  taken: readonly Method[],
  transport: Transport,
): Promise<Diagnosis> {
  const client = target.clients[role] as TargetClient;
  const setting = `clients.${role}`;
  const [other] = taken;
  if (other !== undefined)
    return {
      id: 'client',
      detail: `the secret is taken by ${other}, and not by ${target.client_authentication.join(' or ')}`,
      fix: `write \`client_authentication: [${other}]\``,
    };
  if (!(await isKnown(target, client, transport)))
    return {
      id: 'client',
      detail: `the server does not know the client ${client.client_id}`,
      fix: `correct \`${setting}.client_id\`, or register the client at the server`,
    };
  const isPublic = client.client_secret === null;
  return {
    id: 'client',
    detail: isPublic
      ? `the server knows the client ${client.client_id}, and not as a public one`
      : `the server knows the client ${client.client_id} and refuses its secret (invalid_client)`,
    fix: isPublic
      ? `give \`${setting}.client_secret\`, or register the client as a public one`
      : `correct \`${setting}.client_secret\``,
  };
}

/** Whether the authorization endpoint tells this client from one that nobody ever registered. */
async function isKnown(target: Target, client: TargetClient, transport: Transport): Promise<boolean> {
  const look = async (client_id: string) => {
    const attempt = newAttempt(target, { ...client, client_id });
    const { response } = await transport.send(authorizationDraft(target, attempt));
    return response?.status ?? 0;
  };
  return (await look(client.client_id)) !== (await look('conformance-unknown-client'));
}

async function sendNonsense(
  target: Target,
  client: TargetClient,
  how: Authentication,
  transport: Transport,
): Promise<HttpOutcome> {
  const code = {
    code: 'conformance-no-such-code',
    redirect_uri: client.redirect_uris[0],
    code_verifier: target.pkce.supported ? 'conformance-no-such-verifier-conformance-no-such-verifier' : null,
    client: 'confidential' as const,
  };
  const request = exchangeDraft(target, client, code, how);
  const exchange = await transport.send(request);
  return { request, exchange, response: exchange.response, json: parseJson(exchange.response?.body ?? '') };
}

function isRefused(outcome: HttpOutcome): boolean {
  const error = memberOf(outcome.json, 'error');
  return error === 'invalid_client' || (error === undefined && outcome.response?.status === 401);
}

/** For a report. */
export function describeExchange(outcome: HttpOutcome): string {
  const description = memberOf(outcome.json, 'error_description');
  return `${describeAnswer(outcome)}${typeof description === 'string' ? ` (${description})` : ''}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
