import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Documents } from './handlers/deps.ts';

const { resolve } = createRequire(import.meta.url);

/** The contract and its docs, from the package's own files, wherever this code was compiled to. */
export function readDocuments(): Documents {
  return {
    contract: JSON.parse(read('codegrant/openapi.json')) as Documents['contract'],
    contractYaml: read('codegrant/openapi.yaml'),
    docsPage: read('codegrant/docs/index.html'),
    docsScript: read('codegrant/docs/redoc.standalone.js'),
  };
}

function read(name: string): string {
  return readFileSync(resolve(name), 'utf8');
}
