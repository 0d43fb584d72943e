import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';
import { readTree } from './source-tree.ts';

/** Compares the files under `folder` with what the generator makes, byte for byte and in both directions. */
export function findStale(folder: string, artifacts: ReadonlyMap<string, string>): Problem[] {
  const stale = [...artifacts].flatMap(([path, content]) => {
    const file = join(folder, path);
    if (!existsSync(file)) return [{ file, message: 'is missing; run `npm run generate`' }];
    if (readFileSync(file).equals(Buffer.from(content))) return [];
    return [{ file, message: 'is not what the contract makes; run `npm run generate`' }];
  });
  const strangers = readTree(folder)
    .files.filter((path) => !artifacts.has(path))
    .map((path) => ({
      file: join(folder, path),
      message: 'is made by nothing in src/generator/artifacts.ts',
    }));
  return [...stale, ...strangers];
}
