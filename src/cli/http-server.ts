import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpMessages } from './http-messages.ts';
import { CommandFailure } from './terminal.ts';

export interface Listening {
  /** The port it got, where any free one was asked for. */
  port: number;
  /** From here on requests are answered. To be called before anything is awaited: nobody listens until then. */
  answerWith(listener: RequestListener): void;
  /** Accepts nobody new, lets running requests end, and cuts them after `seconds`. */
  close(seconds: number): Promise<void>;
}

/**
 * Proxies keep idle connections for 60 seconds, so this server keeps them longer: the side that closes first must
 * be the one that sends, or a request is lost in between.
 */
const TIMEOUTS = { keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 30_000 };

/** A server on one address, which no request has reached yet. */
export async function listen(host: string, port: number): Promise<Listening> {
  const messages = httpMessages();
  const server = createServer({ ...TIMEOUTS, ...messages.classes });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error) => failed(cannotListen(error, host, port)));
    server.listen({ host, port }, listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: (listener) => {
      messages.become(listener);
      server.on('request', listener);
    },
    close: (seconds) => closeGracefully(server, seconds),
  };
}

async function closeGracefully(server: Server, seconds: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  // A connection is busy while it answers and idle after that; then it would live on for the keep-alive time.
  const tidy = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((closed) => server.close(() => closed()));
  clearTimeout(cut);
  clearInterval(tidy);
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): CommandFailure {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken. Stop what uses it, or name another: --port ${port === 65_535 ? 3000 : port + 1}`,
    EACCES: `Port ${port} may not be opened by this user. Name one above 1023, for example --port 8080`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Name one that it has with --host`,
    ENOTFOUND: `The host name ${host} is not known here. Name an address with --host`,
  };
  return new CommandFailure(
    reasons[error.code ?? ''] ?? `Cannot listen on ${host}, port ${port}: ${error.message}`,
  );
}
