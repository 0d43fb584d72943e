import type { Conversation } from './conversation.ts';
import type { Answer, FlowClient, FlowName, WireRequest } from './job.ts';

/** One step of a flow: what is sent, made from what the steps before have found, and the status that is right. */
interface Step {
  status: number;
  request(state: FlowState): WireRequest;
}

interface FlowState {
  client: FlowClient;
  cookies: Map<string, string>;
  last: Answer;
}

const flows: Readonly<Record<FlowName, readonly Step[]>> = {
  /** The page is read and its form sent as a browser does it. */
  codegrant: [
    { status: 200, request: ({ client }) => client.authorize },
    { status: 303, request: sendConsent },
    { status: 200, request: exchangeCode },
  ],
  /** The interaction between the first redirect and the second is finished by the host app, without a page. */
  'oidc-provider': [
    { status: 303, request: ({ client }) => client.authorize },
    { status: 303, request: followRedirect },
    { status: 303, request: followRedirect },
    { status: 200, request: exchangeCode },
  ],
  /** The library is told by its host that the owner has agreed. */
  'authorize-call': [
    { status: 302, request: ({ client }) => client.authorize },
    { status: 200, request: exchangeCode },
  ],
};

export function stepsOf(name: FlowName): number {
  return flows[name].length;
}

/** A browser with its cookies and a client without, from the authorization request to the tokens, again and again. */
export function flowConversation(name: FlowName, client: FlowClient, cookies: string): Conversation {
  const steps = flows[name];
  const state: FlowState = {
    client,
    cookies: new Map(cookies.split('; ').map((cookie) => splitOnce(cookie, '='))),
    last: { status: 0, headers: {}, body: '' },
  };
  let sent = 0;
  const current = () => steps[(sent - 1) % steps.length];
  return {
    next() {
      sent += 1;
      const request = current()?.request(state);
      if (request === undefined) throw new Error('A flow has at least one step.');
      const cookie = [...state.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      return request.method === 'POST' && request.path === client.token.path
        ? request
        : { ...request, headers: { ...request.headers, cookie } };
    },
    expected: () => current()?.status ?? 0,
    receive(answer) {
      state.last = answer;
      for (const cookie of [headerOf(answer, 'set-cookie') ?? []].flat()) {
        const [key, value] = splitOnce(cookie.split(';')[0] ?? '', '=');
        state.cookies.set(key, value);
      }
    },
    isComplete: () => sent % steps.length === 0,
  };
}

function sendConsent({ client, last }: FlowState): WireRequest {
  const fields = [...last.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, unescape(value)]));
  body.append('scope_granted', body.get('scope') ?? '');
  body.append('decision', 'approve');
  const action = /<form method="post" action="([^"]*)"/.exec(last.body)?.[1] ?? '';
  const headers = { 'content-type': client.token.headers['content-type'] ?? '' };
  return { method: 'POST', path: unescape(action), headers, body: String(body) };
}

function followRedirect({ last }: FlowState): WireRequest {
  const { pathname, search } = new URL(locationOf(last), 'http://127.0.0.1');
  return { method: 'GET', path: `${pathname}${search}`, headers: {} };
}

function exchangeCode({ client, last }: FlowState): WireRequest {
  const code = new URL(locationOf(last)).searchParams.get('code') ?? '';
  return { ...client.token, body: `${client.token.body ?? ''}&code=${encodeURIComponent(code)}` };
}

function locationOf(answer: Answer): string {
  return String(headerOf(answer, 'location') ?? '');
}

function headerOf({ headers }: Answer, name: string): string | string[] | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}

function unescape(text: string): string {
  const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
  return text.replace(/&(?:lt|gt|quot|#39);/g, (entity) => named[entity] ?? '').replaceAll('&amp;', '&');
}
