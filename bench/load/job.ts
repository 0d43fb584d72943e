/** A request as it is sent: the path from the root, a body for what is not a GET. */
export interface WireRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[]>>;
  body: string;
}

/** What the connections do; each value can be sent to another process. */
export type Plan =
  /** Each request once; they are dealt out to the connections. */
  | { kind: 'list'; requests: readonly WireRequest[] }
  /** The same requests over and over. */
  | { kind: 'cycle'; requests: readonly WireRequest[] }
  /** Each connection begins with a refresh token of its own and goes on with the one that it gets. */
  | { kind: 'refresh'; request: WireRequest; tokens: readonly string[] }
  /** Each connection has a signed-in browser and goes through a whole flow, again and again. */
  | { kind: 'flow'; flow: FlowName; client: FlowClient; cookies: readonly string[] };

export type FlowName = 'codegrant' | 'oidc-provider' | 'authorize-call';

/** What the flow's client knows: its authorization request, and everything of its token request but the code. */
export interface FlowClient {
  authorize: WireRequest;
  token: WireRequest;
}

/** Load for one server. */
export interface Job {
  /** Of the processes of that server; the connections are spread evenly. */
  origins: readonly string[];
  connections: number;
  /** How many requests are sent in all. */
  amount: number;
  plan: Plan;
  /** Whether the bodies of the answers are wanted. */
  keepsBodies: boolean;
}

/** What came of it. Milliseconds. */
export interface Outcome {
  /** From the first request to the last answer. */
  duration: number;
  /** Of each unit of work: a request, or a whole flow. */
  latencies: number[];
  /** What was answered otherwise than expected, a few of them in words; empty where all is right. */
  complaints: string[];
  bodies: string[];
}
