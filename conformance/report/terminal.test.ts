import { describe, expect, test } from 'vitest';
import { set } from '../model/change.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Scenario } from '../model/scenario.ts';
import { backgroundOf } from './background.ts';
import { redact } from './redact.ts';
import { reportOf, resultOf, targetOf } from './report.fixture.ts';
import { screenOf, terminalReport } from './terminal.ts';

const base = 'http://127.0.0.1:1';
const exchange: Exchange = {
  request: {
    method: 'POST',
    url: `${base}/token`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=other&code=abcdef0123456789abcdef',
  },
  response: {
    status: 401,
    headers: [['content-type', 'application/json']],
    body: '{"error":"invalid_grant","error_description":"\u001b[31mred"}',
    isTruncated: false,
  },
  failure: null,
  milliseconds: 3,
};
const scenario: Scenario = {
  id: 'rfc6749/5.2/grant-type-unknown',
  title: 'refuses a grant type it does not know',
  requires: ['RFC6749-5.2-x'],
  from: 'access token request',
  change: set('grant_type', 'other'),
  expect: [],
};
const results = [
  resultOf({
    ...{ id: scenario.id, title: scenario.title, verdict: 'fail', exchanges: [exchange] },
    findings: [
      { expected: 'status 400', received: 'status 401 with `error` `invalid_grant`', gravity: 'form' },
    ],
  }),
  resultOf({
    id: 'rfc6749/4.1.3/warns',
    verdict: 'warn',
    findings: [{ expected: 'a', received: 'b', gravity: 'advice' }],
  }),
  resultOf({ id: 'rfc6749/4.1.3/passes' }),
  resultOf({ id: 'rfc6750/2.1/skipped', verdict: 'skip', reason: 'the target has no resource' }),
  resultOf({ id: 'rfc6750/2.1/skipped-too', verdict: 'skip', reason: 'the target has no resource' }),
];

function text(columns = 80, colours = false): string {
  const report = redact(reportOf(base, results), targetOf(base));
  return terminalReport(report, backgroundOf([scenario], new Map()), { columns, colours });
}

describe('the report for a person', () => {
  test('begins with the counts and ends with the verdict in words', () => {
    const lines = text().trimEnd().split('\n');
    expect(lines.slice(0, 7).join('\n')).toContain('1 pass   1 fail   1 warn   2 skip');
    expect(lines.at(-1)).toBe(
      'Not conforming: 1 violation, 1 warning, 1 waiver no longer needed. 1 of 5 scenarios passed, 1.2 s, 7 requests.',
    );
  });

  test('has a line per section, in the order of the document', () => {
    const numbers = [...text().matchAll(/^ {2}[✓✗!-] (\d[\d.]*)/gm)].map(([, number]) => number);
    expect(numbers).toEqual(['4.1.3', '5.2', '2.1']);
  });

  test('tells of a finding what was sent, expected and received, why, and how to repeat it', () => {
    const block = text(120);
    expect(block).toContain('A conforming server refuses a grant type it does not know.');
    expect(block).toContain('https://www.rfc-editor.org/rfc/rfc6749#section-5.2');
    expect(block).toContain('Sent      the valid access token request, with grant_type set to "other"');
    expect(block).toContain('Expected  status 400');
    expect(block).toContain('Received  status 401 with `error` `invalid_grant`');
    expect(block).toMatch(/Likely {4}The status follows/);
    expect(block).toContain("--data-raw 'code=<code 1>'");
  });

  test('tells failures before warnings, and skips by reason with a count', () => {
    const whole = text();
    expect(whole.indexOf('✗ rfc6749/5.2/')).toBeLessThan(whole.indexOf('! rfc6749/4.1.3/warns'));
    expect(whole).toContain('     2  the target has no resource');
  });

  test('tells scenarios that failed in the same way once, and names the others', () => {
    const [first = resultOf({})] = results;
    const findings = [{ expected: 'a state', received: '`state` is "abc"', gravity: 'form' as const }];
    const other = [{ expected: 'a state', received: '`state` is "xyz"', gravity: 'form' as const }];
    const many = Array.from({ length: 15 }, (_, index) =>
      resultOf({
        id: `rfc6749/5.2/same-${index}`,
        verdict: 'fail',
        findings: index % 2 === 0 ? findings : other,
      }),
    );
    const report = redact(reportOf(base, [first, ...many]), targetOf(base));
    const whole = terminalReport(report, backgroundOf([], new Map()), { columns: 80, colours: false });
    expect(whole.match(/^✗ rfc6749/gm)).toHaveLength(3);
    expect(whole).toContain('Likewise  14 more scenarios:\n            rfc6749/5.2/same-1\n');
    expect(whole).toContain('… and 2 more');
  });

  test('tells what is wrong with the set-up, and a waiver that has to go', () => {
    expect(text()).toContain('✗ set-up: the password is right: no');
    expect(text()).toContain('✗ rfc6749/5.1/gone  fail, passes now: take this waiver out');
  });

  test.each([40, 60, 80, 120])('keeps within %i columns, but for what has to be pasted', (columns) => {
    const lines = text(columns)
      .split('\n')
      .filter((line) => !/curl|--data-raw|^Not conforming|^ {4} {2}-H|^[✗!] \S+ {2}|https?:/.test(line));
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
  });

  test('lets no control character of the server through', () => {
    expect(text()).not.toContain('\u001b');
    expect(text()).toContain(String.raw`\x1b[31mred`);
  });

  test('has colours where it may, and the same words', () => {
    const coloured = text(80, true);
    expect(coloured).toContain('\u001b[');
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text());
  });
});

describe('colours', () => {
  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: false }, {}, false],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { NO_COLOR: '' }, true],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{}, { FORCE_COLOR: '1' }, true],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('of %o with %o: %s', (stream, environment, colours) => {
    expect(screenOf(stream, environment).colours).toBe(colours);
  });
});
