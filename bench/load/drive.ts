import autocannon from 'autocannon';
import { refreshChain, requestsInTurn, type Conversation } from './conversation.ts';
import { flowConversation } from './flows.ts';
import type { Job, Outcome, Plan } from './job.ts';

const complaintLimit = 3;

/** Sends the job's requests over kept connections, one at a time on each. */
export async function drive(job: Job): Promise<Outcome> {
  const share = job.connections / job.origins.length;
  if (!Number.isInteger(share)) throw new Error('Every process gets the same number of connections.');
  const record: Outcome = { duration: 0, latencies: [], complaints: [], bodies: [] };
  const start = performance.now();
  const runs = job.origins.map((url, origin) => {
    let connection = origin * share;
    return autocannon({
      url,
      connections: share,
      amount: Math.floor(job.amount / job.origins.length),
      sampleInt: 100,
      setupClient: (client) => {
        const conversation = converse(job.plan, connection, job.connections);
        connection += 1;
        hold(client, conversation, { record, start, keepsBodies: job.keepsBodies });
      },
    });
  });
  for (const { errors } of await Promise.all(runs)) {
    if (errors > 0) record.complaints.push(`${errors} requests got no answer`);
  }
  return record;
}

interface Recording {
  record: Outcome;
  start: number;
  keepsBodies: boolean;
}

function hold(client: autocannon.Client, conversation: Conversation, recording: Recording): void {
  const { record, start, keepsBodies } = recording;
  let unit = 0;
  const request: autocannon.Request = {
    setupRequest: (defaults) => {
      const { method, path, headers, body } = conversation.next();
      return { ...defaults, method, path, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
    },
  };
  if (keepsBodies || conversation.receive !== undefined) {
    request.onResponse = (status, body, _context, headers) => {
      if (keepsBodies) record.bodies.push(body);
      if (status !== conversation.expected()) return complain(record, status, conversation, body);
      conversation.receive?.({ status, body, headers: headers as Record<string, string | string[]> });
    };
  }
  client.on('response', (status, _bytes, milliseconds) => {
    if (status !== conversation.expected() && request.onResponse === undefined) {
      complain(record, status, conversation, '');
    }
    unit += milliseconds;
    record.duration = performance.now() - start;
    if (!conversation.isComplete()) return;
    record.latencies.push(unit);
    unit = 0;
  });
  client.setRequests([request]);
}

function complain({ complaints }: Outcome, status: number, { expected }: Conversation, body: string): void {
  if (complaints.length >= complaintLimit) return;
  complaints.push(`answered with ${status} instead of ${expected()} ${body.slice(0, 300)}`.trim());
}

function converse(plan: Plan, connection: number, connections: number): Conversation {
  switch (plan.kind) {
    case 'list':
      return requestsInTurn(plan.requests.filter((_request, index) => index % connections === connection));
    case 'cycle':
      return requestsInTurn(plan.requests);
    case 'refresh':
      return refreshChain(plan.request, plan.tokens[connection] ?? '');
    case 'flow':
      return flowConversation(plan.flow, plan.client, plan.cookies[connection] ?? '');
  }
}
