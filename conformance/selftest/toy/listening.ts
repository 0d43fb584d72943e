import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface Listening {
  origin: string;
  /** A file with the certificate of its authority; null without TLS. */
  caFile: string | null;
  close(): Promise<void>;
}

const idle = { keepAliveTimeout: 60_000 };
/** The first octet of a connection that begins with a TLS handshake. */
const handshake = 22;

/** A port of its own on the loopback interface; with TLS, the same port answers plain HTTP as well. */
export async function listen(listener: RequestListener, isSecure: boolean): Promise<Listening> {
  const plain = createHttpServer(idle, listener);
  if (!isSecure) {
    const origin = `http://127.0.0.1:${await portOf(plain)}`;
    return { origin, caFile: null, close: () => end(plain, () => plain.closeAllConnections()) };
  }
  const { private: key, cert } = await certificate();
  const secure = createHttpsServer({ ...idle, key, cert }, listener);
  const sockets = new Set<Socket>();
  const port = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      (first[0] === handshake ? secure : plain).emit('connection', socket);
    });
  });
  const folder = mkdtempSync(join(tmpdir(), 'toy-authority-'));
  const caFile = join(folder, 'authority.pem');
  writeFileSync(caFile, cert);
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin: `https://127.0.0.1:${await portOf(port)}`, caFile, close: () => end(port, drop) };
}

let made: ReturnType<typeof makeCertificate> | undefined;

/** One for all toys of a process: keys take their time. */
function certificate(): ReturnType<typeof makeCertificate> {
  made ??= makeCertificate();
  return made;
}

function makeCertificate() {
  const names = [{ type: 7 as const, ip: '127.0.0.1' }];
  return generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: names },
    ],
  });
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function end(server: Server, drop: () => void): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  drop();
  await closed;
}
