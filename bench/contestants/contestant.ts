import type { FlowClient, FlowName } from '../load/job.ts';
import type { ServerProcess } from '../processes/server-process.ts';

/** What is measured beside others. */
export interface Contestant {
  /** In tables and on the command line. */
  name: string;
  /** Starts it on an empty database of its own in that folder. */
  start(folder: string): Promise<RunningContestant>;
}

/** Where it answers; a path that is null it does not have. */
export interface Paths {
  token: string;
  introspection: string | null;
  resource: string | null;
}

export interface RunningContestant {
  /** More than one where several processes are one server. */
  processes: readonly ServerProcess[];
  paths: Paths;
  /** Whose the codes are, in turn; where not given, the one client's. */
  clientIds?: readonly string[];
  /** Access tokens that it issued at some time; where not given, new ones will do. */
  livingTokens?: readonly string[];
  /** Fresh codes, with the challenge and the redirect URI of `client.ts`. */
  mintCodes(count: number): Promise<string[]>;
  flow: BrowserFlow | null;
  stop(): Promise<void>;
}

/** How its authorization endpoint is gone through by an owner who is signed in. */
export interface BrowserFlow {
  name: FlowName;
  authorize: FlowClient['authorize'];
  /** The cookies of so many signed-in browsers. */
  signIn(count: number): Promise<string[]>;
}
