import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeArtifacts } from './artifacts.ts';

/** `npm run generate`: writes every artifact of the contract into `generated/`. */
const [contract = 'openapi.yaml', folder = 'generated'] = process.argv.slice(2);
for (const [path, content] of await makeArtifacts(resolve(contract))) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
