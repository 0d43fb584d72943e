import fc from 'fast-check';
import { follow, type Node, propertiesOf } from './contract-inputs.ts';
import { readDocuments } from '../documents.ts';
import { operations, type OperationId } from '../../generated/operations.ts';

/** A request as it goes over the wire. */
export interface WireRequest {
  method: string;
  /** Path and query, already encoded, well or badly. */
  target: string;
  headers: Record<string, string>;
  body: string;
}

/** Values that open doors, so that the fuzz gets past the first check: by the name of the parameter. */
export type Keys = Readonly<Record<string, readonly string[]>>;

interface Operation {
  parameters?: (Node & { name: string; in: string; schema: Node; example?: unknown })[];
  requestBody?: { content: Record<string, { schema: Node }> };
}

const { contract } = readDocuments();

function resolve<Found extends { $ref?: string }>(node: Found): Found {
  return follow(contract, node);
}

const hostile = fc.constantFrom(
  '',
  ' ',
  '\0',
  '\u{1f512}',
  '\ud800',
  "' or 1=1 --",
  '<script>',
  '../..',
  '%00',
  '%',
  'é',
  '\r\nX: y',
  'null',
  '-1',
  '__proto__',
  'constructor',
  'a'.repeat(3000),
  '9'.repeat(400),
  '[object Object]',
  '{"$gt":""}',
  '*',
  '2027-02-30T25:61:00Z',
);

const anyText = fc.oneof(hostile, fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }));

/** A value for a parameter: a key that fits, its example, something of its type, something hostile. */
function textFor(name: string, schema: Node, example: unknown, keys: Keys): fc.Arbitrary<string> {
  const fitting = keys[name] ?? [];
  const known = [
    ...fitting,
    ...(typeof example === 'string' || typeof example === 'number' ? [String(example)] : []),
    ...(schema.enum ?? []).map(String),
  ];
  const choices = [{ weight: 1, arbitrary: anyText }];
  if (known.length > 0) choices.push({ weight: 15, arbitrary: fc.constantFrom(...known) });
  if (schema.type === 'integer')
    choices.push({ weight: 4, arbitrary: fc.integer({ min: -1, max: 101 }).map(String) });
  return fc.oneof(...choices);
}

/** Name and value pairs, some left out, some repeated, some that nobody asked for. */
function pairs(fields: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<[string, string][]> {
  const one = Object.entries(fields).map(([name, value]) =>
    fc.option(
      fc.array(
        value.map((text): [string, string] => [name, text]),
        { minLength: 1, maxLength: 1 },
      ),
      { freq: 6 },
    ),
  );
  const extra = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(fields), 'x'), anyText), anyText), {
    maxLength: 1,
  });
  return fc
    .tuple(fc.tuple(...one), extra)
    .map(([chosen, more]) => [...chosen.flatMap((found) => found ?? []), ...more]);
}

function encodePairs(list: [string, string][]): fc.Arbitrary<string> {
  const encode = (text: string) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '?'));
  const well = list.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const badly = list.map(([name, value]) => `${name}=${value}`).join('&');
  return fc.oneof({ weight: 9, arbitrary: fc.constant(well) }, { weight: 1, arbitrary: fc.constant(badly) });
}

function jsonFor(name: string, schema: Node, keys: Keys): fc.Arbitrary<unknown> {
  const resolved = resolve(schema);
  const { type, items, oneOf } = resolved;
  if (oneOf?.[0] !== undefined) return jsonFor(name, oneOf[0], keys);
  const fitting =
    type === 'array' && items !== undefined
      ? fc.array(jsonFor(name, items, keys), { maxLength: 3 })
      : type === 'integer'
        ? fc.integer()
        : textFor(name, resolved, resolved.example, keys);
  return fc.oneof({ weight: 24, arbitrary: fitting }, { weight: 1, arbitrary: fc.jsonValue() });
}

function bodyFor(mediaType: string, schema: Node, keys: Keys): fc.Arbitrary<string> {
  const properties = propertiesOf(contract, schema);
  if (mediaType === 'application/json') {
    const members = Object.entries(properties).map(
      ([name, member]) => [name, jsonFor(name, member, keys)] as const,
    );
    const object = fc
      .record(Object.fromEntries(members), { requiredKeys: [] })
      .map((value) => JSON.stringify(value));
    return fc.oneof({ weight: 9, arbitrary: object }, { weight: 1, arbitrary: anyText });
  }
  const fields = Object.entries(properties).map(([name, member]) => {
    const resolved = resolve(member);
    return [name, textFor(name, resolved, resolved.example, keys)] as const;
  });
  return pairs(Object.fromEntries(fields)).chain(encodePairs);
}

function contentOf(operation: Operation, keys: Keys): fc.Arbitrary<{ type: string; body: string }> {
  const contents = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
    bodyFor(type, schema, keys).map((body) => ({ type, body })),
  );
  const odd = fc.record({
    type: fc.constantFrom(
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      '',
    ),
    body: anyText,
  });
  return contents.length === 0
    ? odd
    : fc.oneof({ weight: 9, arbitrary: fc.oneof(...contents) }, { weight: 1, arbitrary: odd });
}

function targetFor(
  path: string,
  parameters: NonNullable<Operation['parameters']>,
  keys: Keys,
): fc.Arbitrary<string> {
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const query = Object.fromEntries(
    of('query').map(({ name, schema, example }) => [name, textFor(name, resolve(schema), example, keys)]),
  );
  const segments = of('path').map(({ name, schema, example }) =>
    textFor(name, resolve(schema), example, keys),
  );
  return fc.tuple(fc.tuple(...segments), pairs(query).chain(encodePairs)).map(([values, encoded]) => {
    let next = 0;
    const filled = path.replaceAll(/\{\w+\}/g, () =>
      encodeURIComponent((values[next++] ?? '').replaceAll(/\p{Surrogate}/gu, '?')),
    );
    return encoded === '' ? filled : `${filled}?${encoded}`;
  });
}

function operationRequest(id: OperationId, keys: Keys): fc.Arbitrary<WireRequest> {
  const { method, path } = operations[id];
  const item = (contract.paths as Record<string, Record<string, Operation>>)[path] ?? {};
  const operation = item[method] ?? {};
  const shared = (item.parameters ?? []) as unknown as NonNullable<Operation['parameters']>;
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve(parameter));
  const methods = [method.toUpperCase(), ...(method === 'get' ? ['HEAD'] : [])];
  return fc
    .record({
      method: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...methods) },
        { weight: 1, arbitrary: fc.constantFrom('PATCH', 'OPTIONS', 'PUT') },
      ),
      target: targetFor(path, parameters, keys),
      content: contentOf(operation, keys),
      authorization: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...(keys.authorization ?? ['']), '') },
        { weight: 1, arbitrary: anyText },
      ),
      cookie: fc.constantFrom(...(keys.cookie ?? ['']), '', 'codegrant_session=x; codegrant_code=1.x; ='),
      accept: fc.constantFrom('*/*', 'text/html', 'application/json', 'x'),
    })
    .map(({ method: verb, target, content, authorization, cookie, accept }) => ({
      method: verb,
      target: target.replaceAll(/[^!-~]/g, ''),
      headers: { 'content-type': content.type, authorization: headerSafe(authorization), cookie, accept },
      body: content.body,
    }));
}

function headerSafe(text: string): string {
  return text.replaceAll(/[^ -~\u00a0-\u00ff]/g, '?');
}

/** Requests to these operations of the contract, near enough to valid to reach each of their corners. */
export function contractRequests(keys: Keys, ids: readonly OperationId[]): fc.Arbitrary<WireRequest> {
  return fc.oneof(...ids.map((id) => operationRequest(id, keys)));
}
