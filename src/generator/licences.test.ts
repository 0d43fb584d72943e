import { expect, test } from 'vitest';
import { licencesOf } from './licences.ts';

test('each package is named once, with its version and the text of its licence', () => {
  const text = licencesOf(['node_modules/express/lib/express.js', 'node_modules/express/lib/view.js']);
  expect(text.match(/^express \d+\.\d+\.\d+, MIT$/gm)).toHaveLength(1);
  expect(text).toContain('TJ Holowaychuk');
});

test('a package with a scope is called by its whole name', () => {
  expect(licencesOf(['node_modules/@types/node/index.d.ts'])).toMatch(/^@types\/node \d/);
});

test('files of this project belong to no package', () => {
  expect(licencesOf(['src/app.ts', 'generated/operations.ts'])).toBe('');
});
