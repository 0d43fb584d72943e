import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** A server on a port of its own. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT`. */
  address: string;
  close(): Promise<void>;
}

/** Gives an application a free port on the loopback interface; what it answers may depend on the address. */
export async function serveOnLoopback(app: Express): Promise<RunningServer> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
