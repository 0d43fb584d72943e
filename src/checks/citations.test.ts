import { expect, test } from 'vitest';
import { checkCitations } from './citations.ts';
import { treeOf } from './source-tree.ts';

const check = (text: string, file = 'src/oauth/pkce.ts') => checkCitations(treeOf({ [file]: text }));
const messages = (text: string) => check(text).map(({ message }) => message);

test.each([
  'RFC 6749 §4.1.2.1',
  'RFC 6749 §3.1, §3.2 and §A.11',
  'RFC 9700 §4.14.2 and RFC 7636 §4.6.',
  'RFC 7591',
  'the form is RFC NNNN §X',
  'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1',
  'conformance/scenarios/rfc6749/4.1.3.ts',
  'RFC6749-4.1.3-a',
  "text.split(' §')",
])('"%s" has no problems', (text) => {
  expect(check(text)).toEqual([]);
});

test('the name of a profile is no citation, in the suite alone', () => {
  expect(check("name: 'rfc6749'", 'conformance/run/select.ts')).toEqual([]);
  expect(check("name: 'rfc6749'")).toHaveLength(1);
});

test('a section that does not exist is named with its line', () => {
  expect(check('one\ntwo RFC 6749 §4.9.1\n')).toEqual([
    { file: 'src/oauth/pkce.ts', line: 2, message: 'RFC 6749 has no §4.9.1' },
  ]);
});

test('the second of two sections in a row is checked too', () => {
  expect(messages('RFC 7009 §2.1, §2.9')).toEqual(['RFC 7009 has no §2.9']);
});

test.each([' * ', '// ', '# ', '> ', '   '])(
  'a citation that is broken over lines by "%s" is read',
  (prefix) => {
    expect(messages(`see RFC 6749\n${prefix}§99.1`)).toEqual(['RFC 6749 has no §99.1']);
    expect(messages(`see RFC\n${prefix}6749 §4.1`)).toEqual([]);
  },
);

test('an RFC whose sections are not known is reported', () => {
  expect(messages('RFC 1149 §1')).toEqual(['RFC 1149 is not among the RFCs whose sections are known']);
});

test.each([
  ['RFC6749 has it', 'RFC6749'],
  ['rfc 6749 has it', 'rfc 6749'],
  ['see RFC 6749 Section 4.1', 'RFC 6749 Section 4.1'],
  ['see RFC 6749, 4.1', 'RFC 6749, 4.1'],
  ['as §4.1.2 has it', '§4.1.2'],
  ['RFC 6749, §4.1', '§4.1'],
  ['RFC 6749 § 4.1', '§ 4.1'],
])('the wrong form in "%s" is reported', (text, quoted) => {
  expect(messages(text)).toContain(`"${quoted}" is not of the form RFC NNNN §X`);
});

test('the contract and the documents at the top are read, generated files are not', () => {
  const wrong = 'RFC 6749 §99';
  const tree = treeOf({
    'openapi.yaml': wrong,
    'README.md': wrong,
    'docs/glossary.md': wrong,
    'generated/types.ts': wrong,
  });
  expect(checkCitations(tree).map(({ file }) => file)).toEqual([
    'README.md',
    'docs/glossary.md',
    'openapi.yaml',
  ]);
});
