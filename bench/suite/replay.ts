import { Agent, request as requestFrom } from 'node:http';
import type { RecordedRequest } from './recorded-request.ts';

/** As many as the suite has under way. */
export const inFlight = 8;

/** Sends them as they were recorded, back to back; milliseconds until the last answer. Rejects where there is none. */
export async function replay(requests: readonly RecordedRequest[], port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const waiting = requests.values();
  const worker = async (): Promise<void> => {
    for (const request of waiting) await send(request, port, agent);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const duration = performance.now() - start;
  agent.destroy();
  return duration;
}

function send({ method, path, headers, body }: RecordedRequest, port: number, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = requestFrom({ host: '127.0.0.1', port, method, path, headers: [...headers], agent });
    request.once('response', (answer) => answer.once('end', resolve).once('error', reject).resume());
    request.once('error', reject).end(body);
  });
}
