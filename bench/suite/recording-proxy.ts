import { once } from 'node:events';
import { createServer, request as requestFrom, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { RecordedRequest } from './recorded-request.ts';

export interface RecordingProxy {
  /** In the order in which they came. */
  requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** Hands on every request to the server at that port, byte for byte, and keeps it. */
export async function startRecordingProxy(port: number, serverPort: number): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    handOn(incoming, outgoing, { requests, serverPort }).catch(() => outgoing.destroy());
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function handOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { requests, serverPort }: { requests: RecordedRequest[]; serverPort: number },
): Promise<void> {
  const { method = 'GET', url: path = '/', rawHeaders: headers } = incoming;
  const body = await buffer(incoming);
  requests.push({ method, path, headers, body });
  const answer = await send({ method, path, headers, body }, serverPort);
  outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
  outgoing.end(await buffer(answer));
}

function send({ method, path, headers, body }: RecordedRequest, port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = requestFrom({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: [...headers],
      agent: false,
    });
    request.once('response', resolve).once('error', reject).end(body);
  });
}
