import {
  Agent as HttpAgent,
  request as requestHttp,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Exchange, Pairs, RequestDraft, Response } from '../model/exchange.ts';
import { trustOf, type Trust } from './trust.ts';

const bodyLimit = 1024 * 1024;
const silenceLimit = 12;
/** Milliseconds. Servers close what is idle after seconds, hardly ever so soon. */
const idleLimit = 500;
const resets = ['ECONNRESET', 'EPIPE'];
export const lostFailure = 'the server stopped answering';
export const interruptedFailure = 'the run was interrupted';
/** The server may have closed it after the request before, or while it worked on this one: nobody can tell. */
const staleFailure = 'connection reset, on a connection that had served a request before';

interface TransportSettings extends Trust {
  timeout: number;
  concurrency: number;
  rate: number | null;
}

interface Agents {
  http: HttpAgent;
  https: HttpsAgent;
}

/**
 * Sends requests as they are and keeps what came. Not `fetch`: that would add fetch metadata of its own, by which
 * some servers tell a browser from a program. Never throws for what a server does; a failure is part of the record.
 *
 * Nothing is ever sent twice: a second try would hide a server that breaks down, and redeem a code two times.
 */
export class Transport {
  readonly #once: Agents;
  readonly #kept: Agents;
  readonly #settings: TransportSettings;
  #sent = 0;
  #next = 0;
  #silences = 0;
  #ended: string | null = null;
  #keeps = false;
  #mayKeep = true;

  constructor(settings: TransportSettings) {
    const trust = trustOf(settings);
    const once = { maxSockets: settings.concurrency * 2 };
    const kept = { ...once, keepAlive: true, timeout: idleLimit };
    this.#once = { http: new HttpAgent(once), https: new HttpsAgent({ ...once, ...trust }) };
    this.#kept = { http: new HttpAgent(kept), https: new HttpsAgent({ ...kept, ...trust }) };
    this.#settings = settings;
  }

  /** How many requests were sent. */
  get sent(): number {
    return this.#sent;
  }

  /** Why nothing is sent any more; null while something is. What is sent after that fails, and costs no time. */
  get ended(): string | null {
    return this.#ended;
  }

  /**
   * What is under way is waited for; what is sent from now on fails for this reason. Only what the run itself has
   * created can still be deleted, where somebody is there to do it.
   */
  end(reason: string): void {
    this.#ended ??= reason;
  }

  /**
   * Whether a connection serves several requests. That is faster, and what fails on it may be the connection's fault:
   * for a judgement that counts, each request has a connection of its own.
   */
  keepConnections(keeps: boolean): void {
    this.#keeps = keeps && this.#mayKeep;
  }

  #stopKeeping(): void {
    this.#keeps = false;
    this.#mayKeep = false;
  }

  async send(draft: RequestDraft): Promise<Exchange> {
    const request = wireRequest(draft);
    if (this.#ended === null) await this.#waitForTurn();
    const tidiesUp = request.method === 'DELETE' && this.#ended !== lostFailure;
    if (this.#ended !== null && !tidiesUp)
      return { request, response: null, failure: this.#ended, milliseconds: 0 };
    this.#sent += 1;
    const start = performance.now();
    const outcome = await this.#perform(request).catch((error: unknown) => ({ failure: describe(error) }));
    const milliseconds = performance.now() - start;
    if ('failure' in outcome) {
      await this.#countSilence(request);
      return { request, response: null, failure: outcome.failure, milliseconds };
    }
    this.#silences = 0;
    return { request, response: outcome, failure: null, milliseconds };
  }

  close(): void {
    for (const { http, https } of [this.#once, this.#kept]) {
      http.destroy();
      https.destroy();
    }
  }

  /** After many requests in a row without an answer: is there anything that the server still answers? */
  async #countSilence({ url }: Exchange['request']): Promise<void> {
    this.#silences += 1;
    if (this.#silences < silenceLimit || this.#ended !== null) return;
    this.#silences = 0;
    const root = wireRequest({ method: 'GET', url: new URL(url).origin, query: [], headers: [], body: null });
    await this.#perform(root).catch(() => this.end(lostFailure));
  }

  async #waitForTurn(): Promise<void> {
    const { rate } = this.#settings;
    if (rate === null) return;
    const now = performance.now();
    this.#next = Math.max(now, this.#next + 1000 / rate);
    await new Promise((resolve) => setTimeout(resolve, this.#next - now));
  }

  #perform(request: Exchange['request']): Promise<Response> {
    const { method, url, headers, body } = request;
    const isSecure = url.startsWith('https:');
    const options: RequestOptions = {
      method,
      agent: (this.#keeps ? this.#kept : this.#once)[isSecure ? 'https' : 'http'],
      headers: headers.flatMap(([name, value]) => [name, value]),
    };
    let late: NodeJS.Timeout | undefined;
    return new Promise<Response>((resolve, reject) => {
      const outgoing = (isSecure ? requestHttps : requestHttp)(url, options, (incoming) => {
        readResponse(incoming).then(resolve, reject);
      });
      outgoing.on('error', (error) => {
        const isStale = outgoing.reusedSocket && 'code' in error && resets.includes(String(error.code));
        if (isStale) this.#stopKeeping();
        reject(isStale ? new Error(staleFailure) : error);
      });
      // Cheaper than an abort signal for each request.
      late = setTimeout(() => {
        reject(new Error('no answer in time'));
        outgoing.destroy();
      }, this.#settings.timeout);
      outgoing.end(body);
    }).finally(() => clearTimeout(late));
  }
}

/** The request as it goes over the wire: parameters encoded, length and host added. */
export function wireRequest(draft: RequestDraft): Exchange['request'] {
  const query = encodeForm(draft.query);
  const separator = draft.url.includes('?') ? '&' : '?';
  const url = query === '' ? draft.url : `${draft.url}${separator}${query}`;
  const body =
    draft.body === null ? '' : typeof draft.body === 'string' ? draft.body : encodeForm(draft.body);
  const hasType = draft.headers.some(([name]) => name.toLowerCase() === 'content-type');
  const headers: Pairs = [
    ['host', new URL(url).host],
    ...draft.headers,
    ...(Array.isArray(draft.body) && !hasType
      ? [['content-type', 'application/x-www-form-urlencoded'] as const]
      : []),
    // RFC 9110 §8.6: a POST without a body says so.
    ...(draft.body === null && !/^(POST|PUT|PATCH)$/.test(draft.method)
      ? []
      : [['content-length', String(Buffer.byteLength(body))] as const]),
  ];
  return { method: draft.method, url, headers, body };
}

/** RFC 6749 appendix B. */
export function encodeForm(pairs: Pairs): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}

async function readResponse(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let length = 0;
  await new Promise<void>((ended, failed) => {
    incoming.on('error', failed);
    incoming.on('end', ended);
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length <= bodyLimit) return;
      incoming.pause();
      ended();
      // Not before the answer has been handed on: the request would fail of it.
      setImmediate(() => incoming.destroy());
    });
  });
  const headers: [string, string][] = [];
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.push([String(incoming.rawHeaders[index]).toLowerCase(), String(incoming.rawHeaders[index + 1])]);
  }
  const body = Buffer.concat(chunks).subarray(0, bodyLimit).toString('utf8');
  return { status: incoming.statusCode ?? 0, headers, body, isTruncated: length > bodyLimit };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const known: Record<string, string> = {
    ECONNREFUSED: 'connection refused',
    ...Object.fromEntries(resets.map((reset) => [reset, 'connection reset'])),
    ENOTFOUND: 'host not found',
    EPROTO: 'no TLS at that port',
  };
  if (code.startsWith('HPE_')) return `the answer is not HTTP (${code})`;
  return known[code] ?? (code === '' ? error.message : `${error.message} (${code})`);
}
