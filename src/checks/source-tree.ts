import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Made by a build, a run or an editor; never part of the project. */
const ignored = new Set(['.git', '.cache', 'node_modules', 'dist', 'coverage', '.DS_Store']);

/** The files under `root` with their texts read when they are asked for. */
export interface SourceTree {
  root: string;
  /** Relative to `root`, in order. */
  files: readonly string[];
  read(file: string): string;
}

export function readTree(root: string): SourceTree {
  return {
    root,
    files: list(root, '').sort(),
    read: (file) => readFileSync(join(root, file), 'utf8'),
  };
}

/** The same over files that exist only here, for the tests. */
export function treeOf(texts: Readonly<Record<string, string>>): SourceTree {
  return {
    root: '.',
    files: Object.keys(texts).sort(),
    read: (file) => texts[file] ?? '',
  };
}

function list(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name) && !/\.(db(-wal|-shm)?|tsbuildinfo|tgz)$/.test(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? list(root, path) : [path];
    });
}
