import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultName } from '../faults.ts';
import type { VariantName } from '../variants.ts';
import { authorize, decide, deliverRefusal, receiveSignIn, resume } from './authorization-endpoint.ts';
import { introspect } from './introspection-endpoint.ts';
import { json, readRequest, writeReply, type Reply, type Request } from './message.ts';
import { metadata } from './metadata.ts';
import { listen } from './listening.ts';
import { page } from './page.ts';
import { register } from './registration-endpoint.ts';
import { resource } from './resource.ts';
import { Store } from './store.ts';
import { token } from './token-endpoint.ts';
import { Breakage, type Toy } from './toy.ts';

export interface RunningToy {
  issuer: string;
  /** A file with the certificate of its authority; null without TLS. */
  caFile: string | null;
  /** What the toy did not mean to do: a fault that only crashes proves nothing. */
  crashes: readonly unknown[];
  /** What it answers, without a connection; null: nothing. */
  answer(request: Request): Reply | null;
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
  '/register': register,
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
  const answerSafely = (request: Request): Reply | null => {
    try {
      return answer(toy, request);
    } catch (error) {
      if (!(error instanceof Breakage)) crashes.push(error);
      return json(500, { error: 'server_error' });
    }
  };
  const receive = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    readRequest(incoming)
      .then(answerSafely)
      .then((reply) => (reply === null ? undefined : writeReply(reply, outgoing)))
      .catch((error: unknown) => {
        crashes.push(error);
        outgoing.destroy();
      });
  };
  const { origin, caFile, close } = await listen(receive, toy.varies('over-tls'));
  toy.issuer = origin;
  return { issuer: origin, caFile, crashes, answer: answerSafely, close };
}

function answer(toy: Toy, request: Request): Reply | null {
  const endpoint = endpoints[request.path];
  return endpoint === undefined ? page(404, 'Nothing here', '') : endpoint(toy, request);
}
