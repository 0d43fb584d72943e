import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Documents } from './handlers/deps.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * The contract and its docs, from the package's own files, wherever this code was built to. The contract is read at once;
 * the docs, megabytes that a start need not wait for, by whoever asks for them first.
 */
export function readDocuments(): Documents {
  const texts = new Map<string, string>();
  const once = (name: string): string => {
    const text = texts.get(name) ?? read(name);
    texts.set(name, text);
    return text;
  };
  return {
    contract: JSON.parse(read('codegrant/openapi.json')) as Documents['contract'],
    get contractYaml() {
      return once('codegrant/openapi.yaml');
    },
    get docsPage() {
      return once('codegrant/docs/index.html');
    },
    get docsScript() {
      return once('codegrant/docs/redoc.standalone.js');
    },
  };
}

function read(name: string): string {
  return readFileSync(resolve(name), 'utf8');
}
