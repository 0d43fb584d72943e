const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

/**
 * Table of data: values that RFC 6749 appendix A.5 allows for `state`, each with a habit of software that it shows: to
 * trim, to decode twice, to escape for HTML, to read as a number, to cut.
 */
export const hostileStates: readonly (readonly [slug: string, what: string, value: string])[] = [
  ['one-character', 'one character', 'x'],
  ['space', 'a space', 'a b'],
  ['spaces', 'two spaces in a row', 'a  b'],
  ['spaces-around', 'spaces around it', ' a '],
  ['plus', 'a plus sign', 'a+b'],
  ['percent', 'a percent sign', '100%'],
  ['encoded-plus', 'an encoded plus sign', 'a%2Bb'],
  ['encoded-line-break', 'an encoded line break', 'a%0D%0Ab'],
  ['encoded-twice', 'a percent sign encoded twice', '%25252F'],
  ['ampersand', 'an ampersand', 'a&error=b'],
  ['equals', 'an equals sign', 'a=b=='],
  ['hash', 'a number sign', 'a#b'],
  ['question', 'a question mark', 'a?b'],
  ['semicolon', 'a semicolon', 'a;b'],
  ['quotes', 'quotes', `"a" and 'b'`],
  ['angle-brackets', 'angle brackets', '<b>a</b>'],
  ['entity', 'what HTML takes for an entity', '&amp;&lt;a&copy'],
  ['backslash', 'a backslash', 'a\\nb\\'],
  ['brackets', 'brackets and braces', 'a[0]={b}|^`'],
  ['template', 'what templates replace', '${a} {{b}} %s $1'],
  ['url', 'a URL', 'https://app.example/a?b=c&d=e#f'],
  ['base64', 'base64 with padding', 'c3ViamVjdHM/Pz8+Pj4/+w=='],
  ['json', 'a JSON object', '{"a":["b",1]}'],
  ['digits', 'digits with leading zeros', '000123'],
  ['null', 'the word null', 'null'],
  ['all-printable', 'every character from space to tilde', printable],
  ['long', '512 characters', 'state-'.repeat(86).slice(0, 512)],
];
