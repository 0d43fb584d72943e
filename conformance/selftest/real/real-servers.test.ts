import { beforeAll, describe, expect, test, vi } from 'vitest';
import { playRealServer } from './play-real-server.ts';
import { realServers } from './real-servers.ts';
import { differencesOf, installedVersion, readRecord, unjudged } from './record.ts';

const names = Object.keys(realServers);

/** oidc-provider tells whoever starts it what a deployment would have to change. */
beforeAll(() => {
  vi.spyOn(console, 'info').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
});

describe.each(names)('%s', (name) => {
  test('gets the verdicts that were judged by hand', { timeout: 90_000 }, async () => {
    const { setup, results } = await playRealServer(name);
    const failed = setup.filter(({ state }) => state === 'failed');
    expect(failed.map(({ title, detail }) => `${title}: ${detail}`)).toEqual([]);
    const again = `npx tsx conformance/selftest/real/examine.ts ${name} ID shows the exchanges; npm run generate:conformance renews the record`;
    expect(differencesOf(readRecord(name), results), again).toEqual([]);
  });

  test('is installed in the version that was examined', () => {
    const record = readRecord(name);
    expect(installedVersion(record.package)).toBe(record.version);
  });

  test('has a judgement for every finding, and none for two reasons', () => {
    const { findings, blocked, skipped } = readRecord(name);
    expect(findings.filter(({ judgement }) => judgement === unjudged)).toEqual([]);
    const ids = [
      ...findings.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)),
      ...[...blocked, ...skipped].flatMap(({ scenarios }) => scenarios),
    ];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
