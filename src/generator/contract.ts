import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The parts of an OpenAPI 3.1 document that the generator reads; everything else passes through untouched. */
export interface Contract {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, unknown>>;
  components?: {
    securitySchemes?: Record<string, SecurityScheme>;
    requestBodies?: Record<string, RequestBody>;
    responses?: Record<string, ResponseObject>;
  };
}

export interface SecurityScheme {
  type: string;
  flows?: { authorizationCode?: { scopes: Record<string, string> } };
}

export interface ResponseObject {
  content?: Record<string, unknown>;
}

export interface RequestBody {
  content: Record<string, unknown>;
}

export interface ContractOperation {
  operationId: string;
  method: Method;
  path: string;
  tags: readonly string[];
  requestMediaTypes: readonly string[];
  /** Of the first answer with a 2xx status. */
  responseMediaTypes: readonly string[];
  /** As numbers; `default` and ranges such as `4XX` as they are written. */
  responseStatuses: readonly (number | string)[];
  /** What an access token has to reach for, from the operation's OAuth security requirement. */
  scopes: readonly string[];
  /** Every `x-codegrant-…` member of the operation, and `x-dialect`, by its full name. */
  extensions: Readonly<Record<string, unknown>>;
}

export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
export type Method = (typeof methods)[number];

interface OperationObject {
  operationId?: string;
  tags?: string[];
  requestBody?: RequestBody | { $ref: string };
  security?: Record<string, string[]>[];
  responses?: Record<string, ResponseObject | { $ref: string }>;
}

/** Reads the contract, which keeps to one file: references into it are the only ones it has. */
export function readContract(file: string): Contract {
  return parse(readFileSync(file, 'utf8')) as Contract;
}

/** Every operation in the order of the document. Throws where one has no `operationId` or two share one. */
export function listOperations(contract: Contract): ContractOperation[] {
  const found = Object.entries(contract.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method] !== undefined).map((method) => describe(contract, path, method)),
  );
  const seen = new Set<string>();
  for (const { operationId, method, path } of found) {
    if (seen.has(operationId)) throw new Error(`${method} ${path}: operationId ${operationId} is taken`);
    seen.add(operationId);
  }
  return found;
}

function describe(contract: Contract, path: string, method: Method): ContractOperation {
  const operation = contract.paths[path]?.[method] as OperationObject;
  if (!operation.operationId) throw new Error(`${method} ${path} has no operationId`);
  return {
    operationId: operation.operationId,
    method,
    path,
    tags: operation.tags ?? [],
    requestMediaTypes: Object.keys(requestBody(contract, operation)?.content ?? {}),
    responseMediaTypes: responseMediaTypes(contract, operation),
    responseStatuses: Object.keys(operation.responses ?? {}).map((status) =>
      /^\d+$/.test(status) ? Number(status) : status,
    ),
    scopes: (operation.security ?? []).flatMap(({ oauth2 }) => oauth2 ?? []),
    extensions: Object.fromEntries(
      Object.entries(operation).filter(([name]) => /^x-(codegrant-|dialect$)/.test(name)),
    ),
  };
}

function requestBody(contract: Contract, operation: OperationObject): RequestBody | undefined {
  const body = operation.requestBody;
  if (body === undefined || !('$ref' in body)) return body;
  const name = body.$ref.replace('#/components/requestBodies/', '');
  const named = contract.components?.requestBodies?.[name];
  if (named === undefined) throw new Error(`${operation.operationId}: ${body.$ref} leads nowhere`);
  return named;
}

function responseMediaTypes(contract: Contract, operation: OperationObject): string[] {
  const [, response] =
    Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2')) ?? [];
  if (response === undefined) return [];
  const resolved =
    '$ref' in response ? contract.components?.responses?.[response.$ref.split('/').at(-1) ?? ''] : response;
  return Object.keys(resolved?.content ?? {});
}
