import type { IncomingMessage } from 'node:http';

const LONGEST = 256;

/** The path of a request as it was sent, without query and fragment: a code or a token may stand in either. */
export function requestPath(request: IncomingMessage & { originalUrl?: string }): string {
  const target = request.originalUrl ?? request.url ?? '';
  return target.split(/[?#]/, 1).join('').slice(0, LONGEST);
}
