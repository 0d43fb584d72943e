import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { operations, type OperationId } from '../../generated/operations.ts';
import { testServer } from '../testing/server.ts';

const refusing = (Object.keys(operations) as OperationId[]).filter((id) =>
  operations[id].responseStatuses.includes(400),
);

describe('a query that is not percent-encoded UTF-8', () => {
  const others = testServer({ dialects: ['gancio', 'ghost', 'gitshare'] });
  const gocd = testServer({ dialects: ['gocd'] });

  it.each(refusing)('is refused by %s', async (id) => {
    const { method, path, 'x-dialect': dialect } = operations[id];
    const { url } = dialect === 'gocd' ? gocd : others;
    const filled = path.replaceAll(/\{\w+\}/g, 'x');
    const answer = await supertest(url)[method](`${filled}?x=%zz`);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/invalid_request|invalid_client_metadata/);
  });
});
