import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../scenarios/catalogue.ts';
import { playDialect } from './play-dialect.ts';
import { manners, readDepartures, readRecord, recordOf } from './record.ts';

const departures = readDepartures();
const record = readRecord();
const again =
  '`npx tsx conformance/selftest/dialects/examine.ts` renews the record, `write-pages.ts` the pages';

describe.each(manners)('this server, %s', (manner) => {
  test('gets exactly the verdicts of its record', { timeout: 120_000 }, async () => {
    const { setup, results, header } = await playDialect(manner === 'strict' ? null : manner);
    const failed = setup.filter(({ state }) => state === 'failed');
    expect(failed.map(({ title, detail }) => `${title}: ${detail}`)).toEqual([]);
    expect(results.length).toBe(catalogue.length);
    const played = recordOf(manner, results, departures);
    expect(played.problems).toEqual([]);
    expect(played.record, again).toEqual(record[manner]);
    expect(header.target.quirks.length > 0).toBe(['ghost', 'gitshare', 'gocd', 'metamaps'].includes(manner));
  });

  test('has each departure that it tolerates and that a black box can see, and no other', () => {
    const tolerated = departures.filter(
      ({ dialects, scenarios }) => (dialects as readonly string[]).includes(manner) && scenarios.length > 0,
    );
    expect(Object.keys(record[manner].departures).sort()).toEqual(
      tolerated.map(({ number }) => number).sort(),
    );
  });
});

describe('a departure', () => {
  test('has a number of its own', () => {
    expect(departures.map(({ number }) => number)).toEqual(departures.map((_, index) => `D${index + 1}`));
  });

  test.each(departures)(
    '$number is proved by scenarios and tests that exist',
    ({ scenarios, tests = [] }) => {
      const known = new Set(catalogue.map(({ id }) => id));
      expect(scenarios.filter((id) => !known.has(id))).toEqual([]);
      const missing = tests.filter(({ file, title }) => !titlesIn(file).includes(title));
      expect(missing).toEqual([]);
      expect(scenarios.length + tests.length).toBeGreaterThan(0);
    },
  );
});

function titlesIn(file: string): string[] {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/\b(?:it|test)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(
    ([, , title = '']) => title,
  );
}
