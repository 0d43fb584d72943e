import type { RequestListener } from 'node:http';

/** A server in a process of its own, beside which this project's is measured. */
export interface Peer {
  listener: RequestListener;
  /** Fresh codes, made in the process and not over HTTP. */
  mintCodes(count: number): Promise<string[]>;
  /** Cookies of that many signed-in browsers, where the peer has any. */
  signIn?(count: number): Promise<string[]>;
}

export interface Surroundings {
  origin: string;
  /** The file of the database; null: in memory. */
  filename: string | null;
}

export type StartPeer = (surroundings: Surroundings) => Promise<Peer>;

export interface PeerRequest {
  ask: 'mintCodes' | 'signIn';
  count: number;
}
