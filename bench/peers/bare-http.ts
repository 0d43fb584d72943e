import type { RequestListener } from 'node:http';
import { constantAnswers, mintCodes } from './constant-answers.ts';
import type { Peer } from './peer.ts';

/** Node's HTTP server and nothing else: shows how much more the load generator could send than it is asked to. */
export async function startBareHttp(): Promise<Peer> {
  return { listener: answer, mintCodes };
}

const bodies = Object.fromEntries(
  [
    ['/oauth/token', constantAnswers.token] as const,
    ['/oauth/introspect', constantAnswers.introspection] as const,
    ['/api/me', constantAnswers.resource] as const,
    ['/healthz', { status: 'ok' }] as const,
  ].map(([path, answer]) => [path, JSON.stringify(answer)]),
);

const answer: RequestListener = (request, response) => {
  const body = bodies[request.url ?? ''] ?? '{}';
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
};
