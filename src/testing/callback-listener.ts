import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came to the client's redirect endpoint. */
export interface Arrival {
  method: string;
  url: URL;
  body: URLSearchParams;
}

export interface CallbackListener {
  /** The redirect URI: a loopback address with a port of this listener's own, RFC 8252 §7.3. */
  uri: string;
  /** Every arrival that `next` has not given out yet. */
  waiting: Arrival[];
  next(): Promise<Arrival>;
  close(): Promise<void>;
}

/** The redirect endpoint of a client on this machine. */
export async function listenForCallback(host: '127.0.0.1' | '::1' = '127.0.0.1'): Promise<CallbackListener> {
  const waiting: Arrival[] = [];
  const wanted: ((arrival: Arrival) => void)[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const url = new URL(request.url ?? '/', origin);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (url.pathname !== '/callback') return response.writeHead(404).end();
      response.end(
        '<!doctype html><title>The client</title><link rel="icon" href="data:,">You may close this.',
      );
      const arrival = { method: request.method ?? '', url, body: new URLSearchParams(body) };
      const first = wanted.shift();
      return first === undefined ? waiting.push(arrival) : first(arrival);
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  return {
    uri: `${origin}/callback`,
    waiting,
    next: () => {
      const first = waiting.shift();
      return first === undefined ? new Promise((arrived) => wanted.push(arrived)) : Promise.resolve(first);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
