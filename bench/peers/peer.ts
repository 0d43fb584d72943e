import type { RequestListener, ServerOptions } from 'node:http';

/** A server in a process of its own, beside which this project's is measured. */
export interface Peer {
  listener: RequestListener;
  /** For `createServer`, where it needs others than Node's own. */
  options?: ServerOptions;
  /** Fresh codes, made in the process and not over HTTP. */
  mintCodes(count: number): Promise<string[]>;
}

export interface Surroundings {
  origin: string;
  /** The file of the database; null: in memory. */
  filename: string | null;
}

export type StartPeer = (surroundings: Surroundings) => Promise<Peer>;

/** Asks for that many codes. */
export interface PeerRequest {
  codes: number;
}
