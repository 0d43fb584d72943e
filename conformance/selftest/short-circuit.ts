import type { IncomingHttpHeaders } from 'node:http';
import { Transport, wireRequest } from '../agents/transport.ts';
import type { Exchange, RequestDraft, Response } from '../model/exchange.ts';
import type { Target } from '../target/target.ts';
import { requestOf, type Reply } from './toy/message.ts';
import type { RunningToy } from './toy/server.ts';

/**
 * Hands requests to the toy as they would go over the wire, and its answers back, without a connection between them: the
 * faults are played three hundred times. The variants, the repeated runs and the servers of others are played by HTTP.
 */
export class ShortCircuit extends Transport {
  readonly #toy: RunningToy;

  constructor(target: Target, toy: RunningToy) {
    super(target);
    this.#toy = toy;
  }

  override send(draft: RequestDraft): Promise<Exchange> {
    const request = wireRequest(draft);
    const { pathname, search } = new URL(request.url);
    const headers: IncomingHttpHeaders = {};
    for (const [name, value] of request.headers) headers[name.toLowerCase()] = value;
    const { method, body } = request;
    const reply = this.#toy.answer(requestOf({ method, url: pathname + search, headers, body }));
    const failure = reply === null ? 'no answer in time' : null;
    return Promise.resolve({ request, response: responseOf(reply), failure, milliseconds: 0 });
  }
}

function responseOf(reply: Reply | null): Response | null {
  if (reply === null) return null;
  const { status, body } = reply;
  const headers = reply.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return { status, headers, body, isTruncated: false };
}
