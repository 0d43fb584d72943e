import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultName } from '../faults.ts';
import type { VariantName } from '../variants.ts';
import { authorize, decide, deliverRefusal, receiveSignIn, resume } from './authorization-endpoint.ts';
import { introspect } from './introspection-endpoint.ts';
import { json, readRequest, writeReply, type Reply, type Request } from './message.ts';
import { metadata } from './metadata.ts';
import { page } from './page.ts';
import { resource } from './resource.ts';
import { Store } from './store.ts';
import { token } from './token-endpoint.ts';
import { Breakage, type Toy } from './toy.ts';

export interface RunningToy {
  issuer: string;
  /** What the toy did not mean to do: a fault that only crashes proves nothing. */
  crashes: readonly unknown[];
  close(): Promise<void>;
}

interface Behaviour {
  faults?: ReadonlySet<FaultName>;
  variants?: ReadonlySet<VariantName>;
}

type Endpoint = (toy: Toy, request: Request) => Reply | null;

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/authorize': authorize,
  '/sign-in': receiveSignIn,
  '/interaction': resume,
  '/consent': decide,
  '/refusal': deliverRefusal,
  '/token': token,
  '/introspect': introspect,
  '/me': resource,
  '/.well-known/oauth-authorization-server': metadata,
};

/** Starts a toy of its own on a port of its own: conforming, but for the faults that it is given. */
export async function startToy({
  faults = new Set(),
  variants = new Set(),
}: Behaviour = {}): Promise<RunningToy> {
  const toy: Toy = {
    issuer: '',
    store: new Store(),
    faulty: (name) => faults.has(name),
    varies: (name) => variants.has(name),
  };
  const crashes: unknown[] = [];
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    readRequest(incoming)
      .then((request) => answer(toy, request))
      .catch((error: unknown) => {
        if (!(error instanceof Breakage)) crashes.push(error);
        return json(500, { error: 'server_error' });
      })
      .then((reply) => (reply === null ? undefined : writeReply(reply, outgoing)))
      .catch((error: unknown) => {
        crashes.push(error);
        outgoing.destroy();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  toy.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer: toy.issuer, crashes, close: () => close(server) };
}

function answer(toy: Toy, request: Request): Reply | null {
  const endpoint = endpoints[request.path];
  return endpoint === undefined ? page(404, 'Nothing here', '') : endpoint(toy, request);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
