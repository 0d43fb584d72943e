import type { Contract, ContractOperation } from './contract.ts';
import { listOperations, methods } from './contract.ts';
import { header } from './header.ts';

/** `generated/operations.ts`: what the router, the answers and the tests need to know of each operation. */
export function makeOperationTable(contract: Contract): string {
  const operations = listOperations(contract);
  const table = Object.fromEntries(operations.map((operation) => [operation.operationId, row(operation)]));
  return (
    header +
    `export type OperationId = ${union(operations.map(({ operationId }) => operationId))};\n\n` +
    `export interface Operation {\n` +
    `  readonly method: ${union(methods)};\n` +
    `  /** As the contract writes it: parameters in braces. */\n` +
    `  readonly path: ${union(operations.map(({ path }) => path))};\n` +
    `  readonly tags: readonly string[];\n` +
    `  /** What an access token has to reach for. */\n` +
    `  readonly scopes: readonly string[];\n` +
    `  readonly requestMediaTypes: readonly string[];\n` +
    `  /** Of the first answer with a 2xx status. */\n` +
    `  readonly responseMediaTypes: readonly string[];\n` +
    `  readonly responseStatuses: readonly (number | string)[];\n` +
    extensionMembers(operations) +
    `}\n\n` +
    `export const operations: Readonly<Record<OperationId, Operation>> = ${literal(table)};\n`
  );
}

function row({ operationId: _, extensions, ...rest }: ContractOperation): object {
  return { ...rest, ...extensions };
}

/** An extension is typed by the values it takes, so that a misspelt one in the contract does not compile. */
function extensionMembers(operations: readonly ContractOperation[]): string {
  const names = [...new Set(operations.flatMap(({ extensions }) => Object.keys(extensions)))].sort();
  return names
    .map((name) => {
      const values = operations
        .map(({ extensions }) => extensions[name])
        .filter((value) => value !== undefined);
      return `  readonly ${JSON.stringify(name)}?: ${union(values)};\n`;
    })
    .join('');
}

function union(values: readonly unknown[]): string {
  const members = [...new Set(values.map((value) => typeOf(value)))];
  return members.length === 0 ? 'never' : members.join(' | ');
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return `readonly (${union(value)})[]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => {
    return `readonly ${JSON.stringify(name)}: ${typeOf(member)}`;
  });
  return `{ ${members.join('; ')} }`;
}

function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
