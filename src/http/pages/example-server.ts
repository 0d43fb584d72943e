import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Page } from '../../handlers/page.ts';
import { renderPage } from './render.ts';

export const CSRF_TOKEN = 'c5rF-t0ken_of_this_session';
export const REQUEST_ID = '01J9ZK5T8M-7f3a';

/** A form as it arrived: its fields in the order of the wire. */
export interface Arrival {
  path: string;
  fields: [name: string, value: string][];
}

export interface ExampleServer {
  origin: string;
  arrivals: Arrival[];
  close: () => Promise<void>;
}

/**
 * Serves page models under their names with their headers, for browser tests. A form that arrives is kept, and
 * answered by a redirect where `leads_to` is given, else by 204, which leaves the browser where it is.
 */
export async function serveExamples(pages: Record<string, Page>, leads_to?: string): Promise<ExampleServer> {
  const arrivals: Arrival[] = [];
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (request.method === 'POST') {
      arrivals.push({ path, fields: [...new URLSearchParams(await text(request))] });
      response.writeHead(
        leads_to === undefined ? 204 : 303,
        leads_to === undefined ? {} : { location: leads_to },
      );
      response.end();
      return;
    }
    const page = pages[path.slice(1)];
    if (page === undefined) return void response.end('arrived');
    const { html, headers } = renderPage(page, { csrf_token: CSRF_TOKEN, request_id: REQUEST_ID });
    response.writeHead(200, headers).end(html);
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
