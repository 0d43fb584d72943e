import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { parse } from 'yaml';
import type { Requirement } from '../model/requirement.ts';

/** By way of the folder above: a build has this code in another folder beside it. */
const folder = new URL('../requirements/', import.meta.url);
const documents = new Map<string, readonly Requirement[]>();

/** Every requirement of the documents, or of those named as their files are; by id. */
export function readLedger(wanted: readonly string[] = documentNames()): ReadonlyMap<string, Requirement> {
  const entries = wanted.flatMap((name) => readDocument(name));
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** `rfc6749` and the others, as their files are named. */
export function documentNames(): string[] {
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.(?:yaml|json)$/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The document in which a requirement stands, by its id. */
export function documentOf(requirement: string): string {
  const name = requirement.split('-')[0]?.toLowerCase() ?? '';
  return name === 'oauth21' ? 'oauth2.1' : name;
}

/** A build has each document as JSON: reading the YAML takes longer than a whole run. */
function readDocument(name: string): readonly Requirement[] {
  const known = documents.get(name);
  if (known !== undefined) return known;
  const json = new URL(`${name}.json`, folder);
  const entries = existsSync(json)
    ? (JSON.parse(readFileSync(json, 'utf8')) as Requirement[])
    : readYaml(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));
  documents.set(name, entries);
  return entries;
}

function readYaml(text: string): Requirement[] {
  const yaml = createRequire(import.meta.url)('yaml') as { parse: typeof parse };
  return yaml.parse(text) as Requirement[];
}
