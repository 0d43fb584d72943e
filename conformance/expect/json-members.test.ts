import { expect, test } from 'vitest';
import { repeatedMembers } from './json-members.ts';

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', []],
  ['{"a":1,"b":2,"a":3}', ['a']],
  ['{"a":1,"\\u0061":2}', ['a']],
  ['{"a":"\\"a\\":","b":"{\\"b\\":1}"}', []],
  ['{"a":{"x":1, "x" : 2}}', ['x']],
  ['not JSON at all', []],
])('finds in %s the members that stand there twice', (text, names) => {
  expect(repeatedMembers(text)).toEqual(names);
});
