import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PeerRequest } from '../peers/peer.ts';
import { answerOf } from '../processes/answer.ts';
import { freePort, startProcess } from '../processes/server-process.ts';
import type { BrowserFlow, Contestant, Paths } from './contestant.ts';

export interface PeerDescription {
  name: string;
  /** In the table of `peers/host.ts`; where not given, the same. */
  peer?: string;
  paths: Paths;
  /** Whether its data are in a SQLite file, or in memory. */
  hasFile?: boolean;
  flow?: (origin: string) => BrowserFlow;
}

/** A peer as a contestant: its host in a process of its own, asked by messages for what a round needs. */
export function peerContestant({
  name,
  peer = name,
  paths,
  hasFile = false,
  flow,
}: PeerDescription): Contestant {
  return {
    name,
    async start(folder) {
      const port = await freePort();
      const program = fileURLToPath(new URL('../peers/host.js', import.meta.url));
      const file = hasFile ? [join(folder, 'peer.db')] : [];
      const server = await startProcess({
        args: [program, peer, String(port), ...file],
        port,
        health: '/healthz',
        cwd: process.cwd(),
        hasChannel: true,
      });
      return {
        processes: [server],
        paths,
        mintCodes(codes) {
          server.child.send({ codes } satisfies PeerRequest);
          return answerOf<string[]>(server.child);
        },
        flow: flow?.(server.origin) ?? null,
        stop: () => server.stop(),
      };
    },
  };
}
