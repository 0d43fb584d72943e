import { accessSync, constants } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { nearest } from './nearest.ts';
import { keysAt, settingsSchema } from './settings-schema.ts';

/** What is wrong at which setting; `key` where the name itself is wrong. */
export interface Violation {
  path: readonly string[];
  what: 'key' | 'value';
  message: string;
}

/** A test holds the schema itself against the one of all schemas: doing so in every run would take as long again. */
const options = {
  allErrors: true,
  strict: false,
  verbose: true,
  validateSchema: false,
  meta: false,
} as const;

let compiled: ValidateFunction | undefined;

/** Everything in which the settings depart from `target.schema.json`, in words. */
export function violationsOf(settings: unknown): Violation[] {
  const check = (compiled ??= new Ajv2020(options).compile(settingsSchema()));
  if (check(settings)) return [];
  return (check.errors ?? []).map(violationOf);
}

/** What names a file that cannot be read. */
export function unreadableFiles(settings: unknown): Violation[] {
  const { ca_file } = (settings ?? {}) as { ca_file?: unknown };
  if (typeof ca_file !== 'string' || ca_file === '') return [];
  try {
    accessSync(ca_file, constants.R_OK);
    return [];
  } catch {
    return [{ path: ['ca_file'], what: 'value', message: `${show(ca_file)} cannot be read` }];
  }
}

function violationOf(error: ErrorObject): Violation {
  const path = error.instancePath.split('/').slice(1).map(unescape);
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    return { path: [...path, key], what: 'key', message: unknownKey(key, path) };
  }
  if (error.keyword === 'required')
    return { path: [...path, String(params['missingProperty'])], what: 'value', message: 'is missing' };
  return { path, what: 'value', message: messageOf(error, params) };
}

function unknownKey(key: string, path: readonly string[]): string {
  const known = keysAt(path);
  const meant = nearest(key, known);
  const hint = meant === undefined ? `known here: ${known.join(', ')}` : `did you mean \`${meant}\`?`;
  return `there is no such setting; ${hint}`;
}

function messageOf(error: ErrorObject, params: Record<string, unknown>): string {
  const given = show(error.data);
  switch (error.keyword) {
    case 'type':
      return typeMessage([params['type']].flat().map(String), error.data);
    case 'enum':
      return `${given} is not among ${(params['allowedValues'] as unknown[]).map(show).join(', ')}`;
    case 'pattern':
      return patternMessage(String(params['pattern']), given);
    case 'minLength':
    case 'minItems':
      return 'is empty';
    default:
      return `${given} ${error.message ?? 'is not allowed'}`;
  }
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'settings of its own, indented below it',
  null: 'null',
};

function typeMessage(types: readonly string[], data: unknown): string {
  const wanted = types.map((type) => words[type] ?? type).join(' or ');
  const isUnquoted = types.includes('string') && ['number', 'boolean'].includes(typeof data);
  return `${show(data)} is not ${wanted}${isUnquoted ? '; put it in quotes' : ''}`;
}

function patternMessage(pattern: string, given: string): string {
  if (pattern.startsWith('^https?')) return `${given} is no http or https URL without a fragment`;
  if (pattern.startsWith('^[A-Za-z]')) return `${given} is no absolute URI without a fragment`;
  return `${given} is no scope token: no spaces, quotes or backslashes; write several as a list`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unescape(pointer: string): string {
  return pointer.replaceAll('~1', '/').replaceAll('~0', '~');
}
