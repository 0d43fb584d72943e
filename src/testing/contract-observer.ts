import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readDocuments } from '../documents.ts';
import { recordAnswer } from './contract-coverage.ts';
import { operations, type OperationId } from '../../generated/operations.ts';

const { contract } = readDocuments();
const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (instance: Ajv2020) => void)(ajv);
ajv.addSchema(contract, 'contract');

interface ResponseObject {
  headers?: Record<string, object>;
  content?: Record<string, object>;
}

/** What answers had that the contract does not give them, since the last look. A test setup fails on any. */
export const violations: string[] = [];

/** Holds every answer of the server against the contract, and records what was reached. */
export function observe(server: Server): Server {
  server.prependListener('request', (request: IncomingMessage, response: Located) => {
    const chunks: Buffer[] = [];
    const write = response.write.bind(response);
    const end = response.end.bind(response);
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    response.write = ((chunk: unknown, ...rest: never[]) => (
      keep(chunk),
      write(chunk, ...rest)
    )) as typeof write;
    response.end = ((chunk?: unknown, ...rest: never[]) => {
      keep(chunk);
      inspect(request, response, Buffer.concat(chunks).toString());
      return end(chunk, ...rest);
    }) as typeof end;
  });
  return server;
}

type Located = ServerResponse & { locals?: { operationId?: OperationId } };

function inspect(request: IncomingMessage, response: Located, body: string): void {
  const id = response.locals?.operationId;
  // Outside the contract there are two answers only: no such path, no such method.
  if (id === undefined) {
    if (![400, 404, 405].includes(response.statusCode))
      report(`${request.url} answers ${response.statusCode}`);
    return;
  }
  recordAnswer(id, response.statusCode, request);
  const pointer = responsePointer(id, response.statusCode);
  if (pointer === null) {
    report(`${id} answers ${response.statusCode}, which the contract does not have`);
    return;
  }
  const described = resolvePointer(pointer) as ResponseObject;
  inspectHeaders(id, response, pointer, described);
  inspectErrorCode(id, response, described, body);
  if (request.method !== 'HEAD') inspectBody(id, response, pointer, described, body);
}

function responsePointer(id: OperationId, status: number): string | null {
  const { path, method } = operations[id];
  const pointer = `#/paths/${escape(path)}/${method}/responses/${status}`;
  const found = resolvePointer(pointer) as { $ref?: string } | undefined;
  return found === undefined ? null : (found.$ref ?? pointer);
}

/** The contract has an example for each error code that an answer carries, in its JSON, its page or its redirect. */
function inspectErrorCode(id: OperationId, response: Located, described: ResponseObject, body: string): void {
  const location = String(response.getHeader('location') ?? '');
  const redirected = /[?&#]error=(\w+)/.exec(location)?.[1];
  const shown = /^\{"error":"(\w+)"/.exec(body) ?? /<dt>Error<\/dt><dd[^>]*>(?:<[^>]*>)*(\w+)/.exec(body);
  const code = redirected ?? (response.statusCode >= 400 ? shown?.[1] : undefined);
  if (code === undefined) {
    // 422 is a form again, which says what is wrong beside its fields.
    if (response.statusCode >= 400 && response.statusCode !== 422 && body !== '')
      report(`${id} ${response.statusCode} names no error code`);
    return;
  }
  const place =
    redirected === undefined ? Object.values(described.content ?? {})[0] : described.headers?.Location;
  const { examples = {} } = place as { examples?: object };
  if (!(code in examples)) report(`${id} ${response.statusCode} has no example for ${code} in the contract`);
}

function inspectHeaders(
  id: OperationId,
  response: Located,
  pointer: string,
  described: ResponseObject,
): void {
  for (const [name, header] of Object.entries(described.headers ?? {})) {
    const at = '$ref' in header ? String(header.$ref) : `${pointer}/headers/${escape(name)}`;
    const { required = false } = resolvePointer(at) as { required?: boolean };
    const value = response.getHeader(name);
    if (value === undefined) {
      if (required) report(`${id} ${response.statusCode} lacks the header ${name}`);
    } else if (resolvePointer(`${at}/schema/type`) === 'integer') {
      check(`${at}/schema`, Number(value), `${id} ${response.statusCode} ${name}`);
    } else check(`${at}/schema`, String(value), `${id} ${response.statusCode} ${name}`);
  }
}

function inspectBody(
  id: OperationId,
  response: Located,
  pointer: string,
  described: ResponseObject,
  body: string,
) {
  const where = `${id} ${response.statusCode}`;
  const type = String(response.getHeader('content-type') ?? '').split(';')[0] ?? '';
  if (described.content === undefined) {
    if (body !== '' && response.statusCode !== 303)
      report(`${where} has a body that the contract does not have`);
  } else if (!(type in described.content)) report(`${where} is ${type}, which the contract does not have`);
  else if (type === 'application/json') {
    const value = parseJson(body);
    if (value === undefined) report(`${where} is no JSON`);
    else check(`${pointer}/content/${escape(type)}/schema`, value, where);
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function check(pointer: string, value: unknown, where: string): void {
  const schema = ajv.getSchema(`contract${pointer}`);
  if (schema === undefined) report(`${where}: no schema at ${pointer}`);
  else if (schema(value) !== true) report(`${where}: ${ajv.errorsText(schema.errors)}`);
}

function report(violation: string): void {
  violations.push(violation);
}

function escape(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** The value at a JSON pointer of the contract, references on the way not followed. */
function resolvePointer(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .map((segment) => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, segment) => (value as Record<string, unknown> | undefined)?.[segment], contract);
}
