import { describe, expect, test } from 'vitest';
import { absolute, readDocument } from './markup.ts';

const url = 'https://as.example/a/page';
const formOf = (html: string) => readDocument(html, url).forms[0];

describe('a page', () => {
  test('has a title and what it says, without its markup', () => {
    const { title, text } = readDocument('<title> Sign &amp; in </title><body><h1>Hi</h1><p>there', url);
    expect(title).toBe('Sign & in');
    expect(text.split('\n')).toEqual(['Hi', 'there']);
  });

  test('has fields in the order of the page, with the values that a browser would send', () => {
    const form = formOf(
      '<form><input name=a value="&lt;1&gt;"><select name=b><option value=x>X<option value=y selected>Y</select>' +
        '<textarea name=c>long</textarea><input type=checkbox name=d><input type=RADIO name=e value=v checked></form>',
    );
    expect(form?.fields.map(({ name, type, value, isChecked }) => [name, type, value, isChecked])).toEqual([
      ['a', 'text', '<1>', false],
      ['b', 'select', 'y', false],
      ['c', 'textarea', 'long', false],
      ['d', 'checkbox', 'on', false],
      ['e', 'radio', 'v', true],
    ]);
  });

  test('has buttons with their labels, but none that only a script listens to', () => {
    const form = formOf(
      '<form><button type=button>Show</button><button name=a value=1><span>Allow</span></button>' +
        '<input type=submit value=Deny><button aria-label=Approve><svg></svg></button><input type=image alt=OK></form>',
    );
    expect(form?.buttons.map(({ label }) => label)).toEqual(['Allow', 'Deny', 'Approve', 'OK']);
  });

  test('has no control that is disabled', () => {
    const form = formOf('<form><input name=a disabled><button disabled>Allow</button></form>');
    expect([form?.fields, form?.buttons]).toEqual([[], []]);
  });

  test('is read though it is no page', () => {
    for (const text of ['', '<', '<form', '<form><input', '\u0000\u0001', '</p></form>']) {
      expect(readDocument(text, url).forms.length).toBeLessThanOrEqual(1);
    }
  });
});

test.each([
  ['x', 'https://as.example/a/x'],
  ['//other.example/x', 'https://other.example/x'],
  ['com.example.app:/cb?code=1', 'com.example.app:/cb?code=1'],
  ['http://[', null],
  [undefined, null],
])('%s is absolute as a browser has it', (reference, expected) => {
  expect(absolute(reference, url)).toBe(expected);
});
