import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Requirement } from '../model/requirement.ts';

const folder = new URL('./', import.meta.url);

/** Every requirement of the documents, or of those named as their files are; by id. */
export function readLedger(documents?: readonly string[]): ReadonlyMap<string, Requirement> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const wanted = names.filter((name) => documents?.includes(name.replace(/\.yaml$/, '')) ?? true);
  const entries = wanted.flatMap(
    (name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Requirement[],
  );
  return new Map(entries.map((entry) => [entry.id, entry]));
}
