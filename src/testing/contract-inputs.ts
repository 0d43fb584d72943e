import type { Documents } from '../handlers/deps.ts';
import { operations, type OperationId } from '../../generated/operations.ts';

export interface Node {
  type?: string;
  enum?: unknown[];
  items?: Node;
  oneOf?: Node[];
  example?: unknown;
  $ref?: string;
  name?: string;
  properties?: Record<string, Node>;
  allOf?: Node[];
  content?: Record<string, { schema: Node }>;
}

interface OperationNode {
  parameters?: Node[];
  requestBody?: Node;
}

type Contract = Documents['contract'];

/** The names of all that a request of the operation can carry: path, query and body parameters. */
export function inputsOf(contract: Contract, id: OperationId): string[] {
  const { path, method } = operations[id];
  const item = (contract.paths as Record<string, Record<string, unknown>>)[path] ?? {};
  const operation = (item[method] ?? {}) as OperationNode;
  const parameters = [...((item.parameters as Node[] | undefined) ?? []), ...(operation.parameters ?? [])];
  const names = parameters.map((parameter) => follow(contract, parameter).name ?? '');
  const contents = Object.values(operation.requestBody?.content ?? {});
  const members = contents.flatMap(({ schema }) => Object.keys(propertiesOf(contract, schema)));
  return [...new Set([...names, ...members])];
}

/** The members of an object schema, those of its parts included. */
export function propertiesOf(contract: Contract, schema: Node): Record<string, Node> {
  const { properties = {}, allOf = [] } = follow(contract, schema);
  return Object.assign({}, properties, ...allOf.map((part) => propertiesOf(contract, part))) as Record<
    string,
    Node
  >;
}

/** What a reference stands for. */
export function follow<Found extends { $ref?: string }>(contract: Contract, node: Found): Found {
  if (node.$ref === undefined) return node;
  const keys = node.$ref.slice(2).split('/');
  const found = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], contract);
  return follow(contract, found as Found);
}
