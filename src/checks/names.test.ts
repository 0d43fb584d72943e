import { expect, test } from 'vitest';
import { checkNames } from './names.ts';
import { treeOf } from './source-tree.ts';

const check = (...files: string[]) => checkNames(treeOf(Object.fromEntries(files.map((file) => [file, '']))));

test('the agreed layout, dot-files and the settings of tools have no problems', () => {
  const files = ['openapi.yaml', '.ci/run', 'eslint.config.js', 'tsconfig.build.json', 'src/oauth/pkce.ts'];
  expect(check(...files, 'conformance/scenarios/rfc6749/4.1.3-access-token-request.ts')).toEqual([]);
});

test('a new name at the top level is reported once', () => {
  expect(check('lib/a.ts', 'lib/b.ts')).toEqual([
    { file: 'lib', message: 'is not part of the agreed top level' },
  ]);
});

test.each(['src/helpers/url.ts', 'src/oauth/token-utils.ts', 'src/http/base.ts', 'docs/misc.md'])(
  'the drawer %s is reported',
  (file) => {
    expect(check(file).map((problem) => problem.file)).toEqual([file]);
  },
);

test('a word that only contains the name of a drawer is fine', () => {
  expect(check('src/secrets/base64url.ts', 'src/store/database.ts')).toEqual([]);
});

test('a barrel is reported', () => {
  expect(check('src/oauth/index.ts')).toHaveLength(1);
});

test('a source file in camel case is reported', () => {
  expect(check('src/handlers/issueToken.ts')).toEqual([
    { file: 'src/handlers/issueToken.ts', message: 'is not named in kebab case' },
  ]);
});
