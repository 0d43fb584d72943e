import type { Answer, WireRequest } from './job.ts';

/** What one connection says. */
export interface Conversation {
  next(): WireRequest;
  /** The status that the request sent last has to be answered with. */
  expected(): number;
  /** Where the answer decides what comes next. Throws where it cannot go on from it. */
  receive?(answer: Answer): void;
  /** Whether a unit of work is complete with the answer received last. */
  isComplete(): boolean;
}

/** Requests that do not depend on each other; each one is a unit of work. */
export function requestsInTurn(requests: readonly WireRequest[]): Conversation {
  let index = 0;
  return {
    next() {
      const request = requests[index % requests.length];
      if (request === undefined) throw new Error('There are no requests to send.');
      index += 1;
      return request;
    },
    expected: () => 200,
    isComplete: () => true,
  };
}

/** A refresh after the other, each with the refresh token of the answer before. */
export function refreshChain(request: WireRequest, first: string): Conversation {
  let token = first;
  return {
    next: () => ({ ...request, body: `${request.body ?? ''}&refresh_token=${encodeURIComponent(token)}` }),
    expected: () => 200,
    receive({ body }) {
      token = (JSON.parse(body) as { refresh_token: string }).refresh_token;
    },
    isComplete: () => true,
  };
}
