import { expect, test } from 'vitest';
import { treeOf } from './source-tree.ts';
import { checkTitles } from './titles.ts';

const check = (text: string) => checkTitles(treeOf({ 'src/pkce.test.ts': text }));

test.each([
  "test('a code is redeemed once', () => {});",
  'test(`the code of ${client} is refused`, () => {});',
  "test(title, () => { expect('should'); });",
  "const should = 'works'; tester('it should', 1);",
  "test.each([['should']])('%s is refused', () => {});",
  "test.skipIf('should')('a page loads', () => {});",
])('%s has no problems', (text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  ["test('it should redeem', () => {});", 'should'],
  ["describe('redeem', () => { it('Works twice', () => {}); });", 'Works'],
  ["test.each([1])('%s is read correctly', () => {});", 'correctly'],
  ["test.skipIf(x)('login works', () => {});", 'works'],
  ["test.concurrent.only('login works', () => {});", 'works'],
  ['test.each`a\n${1}`("it should add", () => {});', 'should'],
  ['test(`${client} should`, () => {});', 'should'],
])('%s is reported', (text, word) => {
  expect(check(text).map(({ message }) => message)).toEqual([
    expect.stringMatching(`^"${word}" in the title`),
  ]);
});

test('a missing and an empty title are reported with their lines', () => {
  expect(check("test();\ntest(' ', () => {});")).toEqual([
    { file: 'src/pkce.test.ts', line: 1, message: 'the test has no title' },
    { file: 'src/pkce.test.ts', line: 2, message: 'the test has an empty title' },
  ]);
});

test('files that are no tests are not read', () => {
  expect(checkTitles(treeOf({ 'src/pkce.ts': "test('should', () => {});" }))).toEqual([]);
});
