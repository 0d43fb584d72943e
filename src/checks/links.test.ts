import { expect, test } from 'vitest';
import { checkLinks } from './links.ts';
import { treeOf } from './source-tree.ts';

const check = (readme: string) =>
  checkLinks(
    treeOf({ 'README.md': readme, 'docs/glossary.md': '# Words, `code` & more\n', 'src/app.ts': '' }),
  );

test.each([
  '[glossary](docs/glossary.md), [docs](docs/), [the app](./src/app.ts)',
  '[words](docs/glossary.md#words-code--more)',
  '[elsewhere](https://server.example/missing) and [mail](mailto:a@server.example)',
  '`[code](missing.md)`',
  '```\n[code](missing.md)\n```',
])('%s has no problems', (readme) => {
  expect(check(readme)).toEqual([]);
});

test('a link to a missing file is reported with its line', () => {
  expect(check('one\n[two](docs/missing.md)\n')).toEqual([
    { file: 'README.md', line: 2, message: 'the link to docs/missing.md leads nowhere' },
  ]);
});

test('a link definition to a missing file is reported', () => {
  expect(check('[two]: docs/missing.md\n')).toHaveLength(1);
});

test('a link to a missing heading is reported', () => {
  expect(check('[words](docs/glossary.md#verbs)').map(({ message }) => message)).toEqual([
    'the link to docs/glossary.md#verbs leads to no heading of docs/glossary.md',
  ]);
});

test('a link is relative to the document that holds it', () => {
  const tree = treeOf({
    'docs/a.md': '[b](b.md) [up](../README.md) [no](docs/b.md)',
    'docs/b.md': '',
    'README.md': '',
  });
  expect(checkLinks(tree).map(({ message }) => message)).toEqual(['the link to docs/b.md leads nowhere']);
});
