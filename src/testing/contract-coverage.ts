import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import { operations, type OperationId } from '../../generated/operations.ts';

/** Where the workers of a test run leave what they reached; read by `contract-report.ts`. */
export const coverageFolder = new URL('../../.cache/contract-coverage/', import.meta.url);

const reached = new Set<string>();

/** Notes the operation, the status and the names of the parameters that were sent. */
export function recordAnswer(
  id: OperationId,
  status: number,
  request: IncomingMessage & { query?: object; body?: unknown },
): void {
  reached.add(`${id} ${status}`);
  const { query, body } = request;
  const inPath = [...operations[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
  for (const name of [...inPath, ...Object.keys({ ...query })]) reached.add(`${id} parameter ${name}`);
  if (typeof body !== 'object' || body === null) return;
  for (const name of Object.keys(body)) reached.add(`${id} parameter ${name}`);
}

/** Leaves what this worker reached for the report. */
export function writeCoverage(): void {
  if (reached.size === 0) return;
  mkdirSync(coverageFolder, { recursive: true });
  writeFileSync(new URL(`${randomUUID()}.json`, coverageFolder), JSON.stringify([...reached]));
}
