import { expect, test } from 'vitest';
import { checkSizes } from './sizes.ts';
import { treeOf } from './source-tree.ts';

const lines = (count: number): string => 'line\n'.repeat(count);
const small = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/small-${index}.ts`, lines(10)]));

test('a tree of small files has no problems', () => {
  expect(checkSizes(treeOf({ ...small(9), 'src/longest.ts': lines(179) }))).toEqual([]);
});

test('a file of 251 lines is named, one of 250 is not', () => {
  const tree = treeOf({ ...small(20), 'src/full.ts': lines(250), 'conformance/long.ts': lines(251) });
  expect(checkSizes(tree)).toEqual([
    { file: 'conformance/long.ts', message: 'has 251 lines; at most 250 are allowed' },
  ]);
});

test('a file that opens as a table of data is not measured', () => {
  const table = `/** Table of data: sections. */\n${lines(400)}`;
  expect(checkSizes(treeOf({ ...small(3), 'src/table.ts': table }))).toEqual([]);
});

test('the words "Table of data" further down excuse nothing', () => {
  const text = `/** Rules. */\n${lines(300)}/** Table of data */\n`;
  expect(checkSizes(treeOf({ ...small(20), 'src/rules.ts': text }))).toHaveLength(1);
});

test('a median of 80 lines is too much', () => {
  expect(checkSizes(treeOf({ 'src/a.ts': lines(80) })).map(({ message }) => message)).toEqual([
    'the median is 80 lines a file; keep it under 80',
  ]);
});

test('a tenth of the files at 180 lines is too much', () => {
  const tree = treeOf({ ...small(9), 'src/long.ts': lines(180) });
  expect(checkSizes(tree).map(({ message }) => message)).toEqual([
    'the 90th percentile is 180 lines a file; keep it under 180',
  ]);
});
