import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findStale } from './stale-artifacts.ts';

let folder: string;
const artifacts = new Map([
  ['types.ts', 'export type A = 1;\n'],
  ['docs/index.html', '<html>'],
]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codegrant-stale-'));
  mkdirSync(join(folder, 'docs'));
  for (const [path, content] of artifacts) writeFileSync(join(folder, path), content);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('files that are what the generator makes have no problems', () => {
  expect(findStale(folder, artifacts)).toEqual([]);
});

test('a file that differs by one byte is named', () => {
  writeFileSync(join(folder, 'types.ts'), 'export type A = 2;\n');
  expect(findStale(folder, artifacts)).toEqual([
    { file: join(folder, 'types.ts'), message: 'is not what the contract makes; run `npm run generate`' },
  ]);
});

test('a missing file is named', () => {
  rmSync(join(folder, 'docs/index.html'));
  expect(findStale(folder, artifacts).map(({ file }) => file)).toEqual([join(folder, 'docs/index.html')]);
});

test('a file that the generator does not make is named', () => {
  writeFileSync(join(folder, 'docs/notes.md'), '');
  expect(findStale(folder, artifacts)).toEqual([
    { file: join(folder, 'docs/notes.md'), message: 'is made by nothing in src/generator/artifacts.ts' },
  ]);
});
