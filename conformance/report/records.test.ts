import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { backgroundOf } from './background.ts';
import { curlLine, quote } from './curl.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { progressOn } from './progress.ts';
import { redact } from './redact.ts';
import { reportOf, resultOf, targetOf } from './report.fixture.ts';

const base = 'http://127.0.0.1:1';
const background = backgroundOf([], new Map());
const request = { method: 'GET', url: `${base}/a`, headers: [], body: '' };
const results = [
  resultOf({ exchanges: [{ request, response: null, failure: 'no answer in time', milliseconds: 1.2 }] }),
  resultOf({
    id: 'rfc6749/5.2/fails',
    verdict: 'fail',
    findings: [{ expected: 'a & b', received: 'c \u0001 ]]> d', gravity: 'unsafe' }],
  }),
  resultOf({ id: 'rfc6749/5.2/skipped', verdict: 'skip', reason: 'no <scope>' }),
  resultOf({ id: 'rfc6749/5.2/blocked', verdict: 'blocked', reason: 'no code' }),
];
const report = redact(reportOf(base, results), targetOf(base));

describe('the record in JSON', () => {
  const schema = JSON.parse(readFileSync(new URL('report.schema.json', import.meta.url), 'utf8')) as object;
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

  test('is as its schema says', () => {
    validate(JSON.parse(jsonReport(report, background)));
    expect(validate.errors).toBeNull();
  });

  test('is no record without its footer, which comes last', () => {
    const record = JSON.parse(jsonReport(report, background));
    expect(Object.keys(record).at(-1)).toBe('footer');
    delete record.footer;
    expect(validate(record)).toBe(false);
  });

  test('has an entry per scenario, with what was expected and received', () => {
    const { results: entries, footer } = JSON.parse(jsonReport(report, background));
    expect(entries).toHaveLength(4);
    expect(entries[1].findings[0]).toMatchObject({ expected: 'a & b', gravity: 'unsafe' });
    expect(footer).toMatchObject({
      scenarios: 4,
      totals: { pass: 1, fail: 1, skip: 1, blocked: 1 },
      exit: 1,
    });
  });
});

describe('the report for CI', () => {
  const xml = junitReport(report, background);

  test('has a suite per section and a case per scenario', () => {
    expect(xml).toContain(
      '<testsuite name="RFC 6749 §5.2 Error Response" tests="3" failures="1" errors="1" skipped="1"',
    );
    expect(xml).toContain('classname="rfc6749/5.2/fails"');
  });

  test('tells the reason of a skip, and an error where nothing was learned', () => {
    expect(xml).toContain('<skipped/>');
    expect(xml).toMatch(/skipped: no <scope>|skipped: no &lt;scope>/);
    expect(xml).toContain('<error message="blocked: no code" type="blocked">');
  });

  test('holds no character that XML has no place for', () => {
    expect(xml).not.toContain('\u0001');
  });
});

describe('a request as a curl line', () => {
  test.each([
    ['plain', 'plain'],
    ["it's", String.raw`'it'\''s'`],
    ['a b&c$(x)`y`', "'a b&c$(x)`y`'"],
    ['line\nend', String.raw`$'line\x0aend'`],
    ['', "''"],
  ])('quotes %j for a shell', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });

  test.each([
    [{}, `curl -i ${base}/a`],
    [{ method: 'HEAD' }, `curl -i --head ${base}/a`],
    [{ method: 'POST' }, `curl -i -X POST ${base}/a`],
    [{ method: 'POST', body: '{"a":1}' }, `curl -i ${base}/a --data-raw '{"a":1}'`],
    [{ url: `${base}/a/../b?x=[1]` }, `curl -i --globoff --path-as-is '${base}/a/../b?x=[1]'`],
    [
      { headers: [['authorization', 'Basic base64(app:<client secret 1>)'] as const] },
      `curl -i ${base}/a --user 'app:<client secret 1>'`,
    ],
    [{ headers: [['x-empty', ''] as const] }, `curl -i ${base}/a -H 'x-empty;'`],
  ])('of %j', (part, line) => {
    expect(curlLine({ ...request, ...part })).toBe(line);
  });
});

describe('progress', () => {
  const written = (isTTY: boolean, total: number) => {
    const lines: string[] = [];
    const progress = progressOn({ isTTY, columns: 60, write: (text) => lines.push(text) }, {});
    for (let done = 1; done <= total; done += 1) {
      progress.onResult(resultOf({ verdict: done === 3 ? 'fail' : 'pass' }), done, total);
    }
    progress.end();
    return lines;
  };

  test('redraws one line on a terminal and takes it away at the end', () => {
    const lines = written(true, 25);
    expect(lines.every((line) => line.startsWith('\r\u001b[2K'))).toBe(true);
    expect(lines.at(-2)).toContain('25/25  24 pass, 1 fail');
    expect(lines.at(-1)).toBe('\r\u001b[2K');
  });

  test.each([1, 7, 25, 400])(
    'writes at most ten lines elsewhere, the last one for the whole, of %i',
    (total) => {
      const lines = written(false, total);
      expect(lines.length).toBeLessThanOrEqual(10);
      expect(lines.at(-1)).toMatch(new RegExp(`^100%  ${total}/${total} `));
    },
  );
});
