import { httpMessages } from '../../src/cli/http-messages.ts';
import { startFloor } from './floor.ts';
import type { Peer } from './peer.ts';

/** The floor on a server that makes requests and answers with Express's prototypes, as this project's does. */
export async function startShapedFloor(): Promise<Peer> {
  const floor = await startFloor();
  const messages = httpMessages();
  messages.become(floor.listener);
  return { ...floor, options: messages.classes };
}
