import { expect, test } from 'vitest';
import type { Result } from '../../model/finding.ts';
import { differencesOf, type ServerRecord } from './record.ts';

const record: ServerRecord = {
  package: 'example',
  version: '1.0.0',
  findings: [
    {
      section: 'RFC 6749 §5.2',
      behaviour: 'It answers otherwise.',
      judgement: 'Departure.',
      scenarios: [{ id: 'a/1/known', verdict: 'fail', sent: 'a request', came: 'an answer' }],
    },
  ],
  blocked: [{ reason: 'the control failed', scenarios: ['a/1/blocked'] }],
  skipped: [{ reason: 'there is no such client', scenarios: ['a/1/skipped'] }],
};

const asRecorded = [
  result('a/1/known', 'fail'),
  result('a/1/blocked', 'blocked', 'the control failed'),
  result('a/1/skipped', 'skip', 'there is no such client'),
  result('a/1/passing', 'pass'),
];

test('a run with the recorded verdicts, and passes beside them, has no differences', () => {
  expect(differencesOf(record, asRecorded)).toEqual([]);
});

test.each([
  ['a new finding', result('a/1/passing', 'fail'), 'a/1/passing: fail (other); the record says pass'],
  ['a milder verdict', result('a/1/known', 'warn'), 'a/1/known: warn (other); the record says fail'],
  ['a finding that is gone', result('a/1/known', 'pass'), 'a/1/known: pass (pass); the record says fail'],
  [
    'another reason to skip',
    result('a/1/skipped', 'skip', 'no scope'),
    'a/1/skipped: skip because no scope; the record says there is no such client',
  ],
])('%s is told with what came', (_, changed, line) => {
  const results = asRecorded.map((former) => (former.id === changed.id ? changed : former));
  expect(differencesOf(record, results)).toEqual([line]);
});

test('a recorded scenario that the catalogue lost is told', () => {
  expect(differencesOf(record, asRecorded.slice(1))).toEqual([
    'a/1/known: in the record, and no longer in the catalogue',
  ]);
});

function result(id: string, verdict: Result['verdict'], reason: string | null = null): Result {
  const isFinding = verdict === 'fail' || verdict === 'warn';
  return {
    id,
    title: id,
    verdict,
    level: 'MUST',
    requirements: [],
    findings: isFinding ? [{ expected: 'one thing', received: 'other', gravity: 'form' }] : [],
    reason,
    exchanges: [],
    milliseconds: 0,
  };
}
