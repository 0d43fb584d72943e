import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestDraft } from '../model/exchange.ts';
import { Transport } from './transport.ts';

let server: Server;
let draft: RequestDraft;
let transport: Transport;
let handle: (request: IncomingMessage, response: ServerResponse) => void;
/** How many requests each connection has brought. */
let seen: Map<Socket, number>;

beforeEach(async () => {
  seen = new Map();
  server = createServer((request, response) => {
    seen.set(request.socket, (seen.get(request.socket) ?? 0) + 1);
    request.resume().once('end', () => handle(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
  draft = { method: 'POST', url, query: [], headers: [], body: [['code', 'c']] };
  transport = new Transport({ timeout: 500, concurrency: 2, rate: null, verify_certificates: true });
});

afterEach(() => {
  transport.close();
  server.closeAllConnections();
  server.close();
});

/** Serves the first request of a connection and breaks down at the second. */
function breaksDownAtSecond(request: IncomingMessage, response: ServerResponse): void {
  if (seen.get(request.socket) === 1) response.end('ok');
  else request.socket.resetAndDestroy();
}

const requests = () => [...seen.values()].reduce((sum, count) => sum + count, 0);

describe('a request', () => {
  test.each(['POST', 'GET'])('by %s is never sent twice, although its connection breaks', async (method) => {
    handle = breaksDownAtSecond;
    transport.keepConnections(true);
    const request = { ...draft, method, body: method === 'GET' ? null : draft.body };
    expect((await transport.send(request)).failure).toBeNull();
    const { failure, response } = await transport.send(request);
    expect({ failure, response }).toEqual({
      failure: 'connection reset, on a connection that had served a request before',
      response: null,
    });
    expect(requests()).toBe(2);
  });

  test('has a connection of its own, unless many are to be served quickly', async () => {
    handle = breaksDownAtSecond;
    for (let round = 0; round < 4; round += 1) expect((await transport.send(draft)).failure).toBeNull();
    expect([...seen.values()]).toEqual([1, 1, 1, 1]);
  });

  test('has one of its own again after the first that broke', async () => {
    handle = breaksDownAtSecond;
    transport.keepConnections(true);
    const failures = [];
    for (let round = 0; round < 5; round += 1) failures.push((await transport.send(draft)).failure);
    expect(failures.filter((failure) => failure !== null)).toHaveLength(1);
    transport.keepConnections(true);
    for (let round = 0; round < 3; round += 1) expect((await transport.send(draft)).failure).toBeNull();
  });

  test('shares a connection with others where that is asked for', async () => {
    handle = (_, response) => void response.end('ok');
    transport.keepConnections(true);
    for (let round = 0; round < 4; round += 1) await transport.send(draft);
    expect([...seen.values()]).toEqual([4]);
  });
});

describe('a transport that was ended', () => {
  test('sends nothing more, and says why', async () => {
    handle = (_, response) => void response.end('ok');
    transport.end('enough');
    expect(await transport.send(draft)).toMatchObject({ response: null, failure: 'enough' });
    expect(requests()).toBe(0);
  });

  test('waits for what is under way, and still deletes', async () => {
    handle = (_, response) => void setTimeout(() => response.end('ok'), 50);
    const underWay = transport.send(draft);
    await new Promise((resolve) => setTimeout(resolve, 20));
    transport.end('enough');
    expect((await underWay).response?.body).toBe('ok');
    expect((await transport.send({ ...draft, method: 'DELETE', body: null })).response?.status).toBe(200);
  });
});
