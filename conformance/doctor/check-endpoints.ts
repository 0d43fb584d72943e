import type { Transport } from '../agents/transport.ts';
import { isHtml } from '../agents/navigation.ts';
import { headerOf, type Exchange } from '../model/exchange.ts';
import type { Target } from '../target/target.ts';
import type { Checkup, Diagnosis } from './checkup.ts';
import { diagnoseSilence } from './unreachable.ts';

type Endpoint = 'authorization_endpoint' | 'token_endpoint';

/** Whether the two endpoints are what they are taken for: a wrong path is the commonest slip of all. */
export async function checkEndpointKinds(
  target: Target,
  transport: Transport,
  checkup: Checkup,
): Promise<void> {
  const headers = [['accept', 'text/html,application/xhtml+xml,*/*;q=0.8']] as const;
  const authorization = await transport.send({
    method: 'GET',
    url: target.authorization_endpoint,
    query: [],
    headers,
    body: null,
  });
  await judge('authorization_endpoint', authorization, checkup);
  if (!checkup.isFit) return;
  const token = await transport.send({
    method: 'POST',
    url: target.token_endpoint,
    query: [],
    headers: [['accept', 'application/json']],
    body: [],
  });
  await judge('token_endpoint', token, checkup);
}

async function judge(id: Endpoint, exchange: Exchange, checkup: Checkup): Promise<void> {
  const { response } = exchange;
  if (response === null) {
    checkup.fail({ ...(await diagnoseSilence(exchange, `\`${id}\``)), id });
    return;
  }
  const problem = wrongPath(id, exchange) ?? (id === 'token_endpoint' ? notForClients(exchange) : null);
  if (problem !== null) {
    checkup.fail(problem);
    return;
  }
  const type = headerOf(response, 'content-type') ?? 'no media type';
  const isFine = id === 'authorization_endpoint' ? !type.includes('json') : type.includes('json');
  const path = new URL(exchange.request.url).pathname;
  if (isFine) checkup.ok(id, path);
  else checkup.note(id, `${path} answers an empty request with status ${response.status}, ${type}`);
}

function wrongPath(id: Endpoint, { request, response }: Exchange): Diagnosis | null {
  const status = response?.status ?? 0;
  const path = new URL(request.url).pathname;
  if (status === 404 || status === 410)
    return {
      id,
      detail: `there is nothing at ${path} (status ${status})`,
      fix: `correct the path in \`${id}\``,
    };
  if (status === 405)
    return {
      id,
      detail: `${path} takes no ${request.method} (status 405)`,
      fix: `correct the path in \`${id}\``,
    };
  return null;
}

function notForClients({ request, response }: Exchange): Diagnosis | null {
  if (response === null) return null;
  const path = new URL(request.url).pathname;
  const location = headerOf(response, 'location');
  const fix = 'correct `token_endpoint`: it is the one for programs, which answers in JSON';
  if (response.status >= 300 && response.status < 400)
    return {
      id: 'token_endpoint',
      detail: `${path} redirects${location === undefined ? '' : ` to ${location}`}`,
      fix,
    };
  const isPage = response.status < 400 && isHtml(headerOf(response, 'content-type'));
  return isPage ? { id: 'token_endpoint', detail: `${path} answers with a page for people`, fix } : null;
}
