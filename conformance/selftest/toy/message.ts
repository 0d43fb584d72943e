import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** Name and value as they came; a name may stand there more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[];

export interface Request {
  method: string;
  path: string;
  query: Pairs;
  /** As they came, before anything was decoded. */
  raw: { query: string; body: string };
  headers: IncomingHttpHeaders;
  /** The parameters of a form body; null where the body is none. */
  form: Pairs | null;
}

export interface Reply {
  status: number;
  headers: Pairs;
  body: string;
}

/** Reads the request to its end; parameters are decoded as RFC 6749 appendix B says. */
export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = incoming;
  return requestOf({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
}

interface Received {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export function requestOf({ method, url, headers, body }: Received): Request {
  const [path = '/', query = ''] = url.split(/\?(.*)/s);
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '');
  return {
    method,
    path,
    query: decode(query),
    raw: { query, body },
    headers,
    form: isForm ? decode(body) : null,
  };
}

export function decode(text: string): Pairs {
  return [...new URLSearchParams(text)];
}

export function encode(pairs: Pairs): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}

export function writeReply(reply: Reply, outgoing: ServerResponse): void {
  const headers = [...reply.headers, ['content-length', String(Buffer.byteLength(reply.body))] as const];
  outgoing.writeHead(reply.status, headers.flat());
  outgoing.end(reply.body);
}

/** An answer in JSON; none of them may be stored, RFC 6749 §5.1. */
export function json(status: number, members: object, headers: Pairs = []): Reply {
  const fixed: Pairs = [
    ['content-type', 'application/json'],
    ['cache-control', 'no-store'],
    ['pragma', 'no-cache'],
  ];
  return { status, headers: [...fixed, ...headers], body: JSON.stringify(members) };
}

/** The reply with another value of one header, or without it. */
export function withHeader(reply: Reply, name: string, value: string | null): Reply {
  const rest = reply.headers.filter(([key]) => key !== name);
  return { ...reply, headers: value === null ? rest : [...rest, [name, value]] };
}
