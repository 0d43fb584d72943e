import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { listen } from './http-server.ts';

const agent = new Agent({ keepAlive: true });

async function ask(port: number, path = '/'): Promise<string> {
  const response = await new Promise<IncomingMessage>((done, failed) => {
    get({ host: '127.0.0.1', port, path, agent }, done).on('error', failed);
  });
  return text(response);
}

describe('the HTTP server', () => {
  it('names the port that is taken, and the flag for another', async () => {
    const first = await listen('127.0.0.1', 0);
    await expect(listen('127.0.0.1', first.port)).rejects.toMatchObject({
      name: 'CommandFailure',
      status: 1,
      message: expect.stringMatching(
        new RegExp(`^Port ${first.port} .* is taken\\..*--port \\d+$`),
      ) as string,
    });
    await first.close(1);
  });

  it.each(['203.0.113.1', 'no-such-host.invalid'])('says that it cannot listen on %s', async (host) => {
    await expect(listen(host, 0)).rejects.toMatchObject({ name: 'CommandFailure', status: 1 });
  });

  it('makes each request and answer with the prototype that Express would give it', async () => {
    const server = await listen('127.0.0.1', 0);
    const app = express();
    const made: boolean[] = [];
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      made.push(
        Object.getPrototypeOf(request) === app.request,
        Object.getPrototypeOf(response) === app.response,
      );
      app(request, response);
    };
    app.get('/', (_request, response) => void response.send('by Express'));
    server.answerWith(Object.assign(listener, { request: app.request, response: app.response }));
    expect(await ask(server.port)).toBe('by Express');
    expect(made).toEqual([true, true]);
    await server.close(1);
  });

  it('ends the running request before it closes, and keeps no idle connection', async () => {
    const server = await listen('127.0.0.1', 0);
    server.answerWith((request, response) => {
      setTimeout(() => response.end('done'), request.url === '/slow' ? 300 : 0);
    });
    await ask(server.port);
    const slow = ask(server.port, '/slow');
    await new Promise((later) => setTimeout(later, 100));
    const start = performance.now();
    const closed = server.close(10);
    expect(await slow).toBe('done');
    await closed;
    expect(performance.now() - start).toBeLessThan(2000);
    await expect(ask(server.port)).rejects.toThrow();
  });

  it('cuts a request that outlives the deadline', async () => {
    const server = await listen('127.0.0.1', 0);
    server.answerWith(() => undefined);
    const hanging = ask(server.port);
    const cut = expect(hanging).rejects.toThrow();
    await new Promise((later) => setTimeout(later, 50));
    await server.close(0.1);
    await cut;
  });
});
