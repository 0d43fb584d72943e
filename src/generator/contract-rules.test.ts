import { describe, expect, it } from 'vitest';
import { listOperations, readContract } from './contract.ts';

const contract = readContract('openapi.yaml');

interface Described {
  summary?: string;
  description?: string;
  security?: object[];
  responses: Record<string, ResponseObject>;
}

interface ResponseObject {
  $ref?: string;
  content?: Record<string, { examples?: object }>;
}

function responseOf(response: ResponseObject): ResponseObject {
  const name = response.$ref?.split('/').at(-1);
  const shared = contract.components?.responses as Record<string, ResponseObject> | undefined;
  return name === undefined ? response : (shared?.[name] ?? {});
}

describe.each(listOperations(contract))('the contract of $operationId', ({ path, method }) => {
  const operation = contract.paths[path]?.[method] as Described;

  it('says what it is and cites the section that it follows', () => {
    expect(operation.summary).toMatch(/\w/);
    expect(operation.description).toMatch(/RFC \d+ §[\dA-Z]/);
  });

  it('says what authorizes it, or that nothing has to', () => {
    expect(operation.security?.length).toBeGreaterThan(0);
  });

  it('has an example for each error', () => {
    const refusals = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
    for (const [status, response] of refusals) {
      const [content] = Object.values(responseOf(response).content ?? {});
      expect(Object.keys(content?.examples ?? {}), status).not.toEqual([]);
    }
  });
});
