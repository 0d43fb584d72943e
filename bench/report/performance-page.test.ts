import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageFile, pageOfToday } from './page-file.ts';
import { performancePage } from './performance-page.ts';
import type { Results, SideBySide } from './results.ts';

const occasion = { date: '2026-01-02T03:04Z', processor: 'a processor', cores: 2, node: 'v20.0.0' };

function part(rates: Record<string, readonly number[]>): SideBySide {
  const rounds = Object.entries(rates).map(([name, each]) => [
    name,
    each.map((rate) => ({ rate, p50: 2, p99: 12 })),
  ]);
  return { occasion, unit: 'a thing', seconds: 2, rounds: Object.fromEntries(rounds) };
}

/** The row of a table that begins with the text, its cells without the padding. */
function row(page: string, start: string): string[] {
  const found = page.split('\n').find((line) => line.startsWith(`| ${start}`)) ?? '';
  return found
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('the page of the performance', () => {
  it('is what the results and the notes make of it', () => {
    expect(readFileSync(pageFile, 'utf8')).toBe(pageOfToday());
  });

  it('says of each target whether it was met, by the rounds that belong together', () => {
    const exchange = part({
      'codegrant-sqlite': [70, 7, 65],
      floor: [100, 10, 100],
      'oidc-provider-memory': [140, 7, 65],
      'node-oauth-knex': [20, 2, 20],
      'jmondi-knex': [10, 1, 10],
    });
    const page = performancePage({ exchange }, '');
    expect(row(page, 'exchange: of the floor')).toEqual([
      'exchange: of the floor, at least 0.6',
      '0.70 (0.65 to 0.70)',
      'met',
    ]);
    expect(row(page, 'exchange: of the fastest')[1]).toBe('3.50 (3.25 to 3.50)');
    expect(row(page, 'exchange: of the fastest')[2]).toBe('**not met**');
    expect(row(page, 'exchange: p99')).toEqual(['exchange: p99 of p50, at most 10', '6.00', 'met']);
  });

  it('does not take equal for more', () => {
    const flow = part({ 'codegrant-sqlite': [50], 'oidc-provider-memory': [50] });
    expect(row(performancePage({ flow }, ''), 'flow: of oidc-provider')[2]).toBe('**not met**');
  });

  it('leaves open what was not measured', () => {
    const cells = row(performancePage({}, ''), 'refresh: of the floor');
    expect(cells.slice(1)).toEqual(['not measured', '–']);
  });

  it('shows each contestant with the middle of its rounds and how far they are apart', () => {
    const page = performancePage({ refresh: part({ floor: [100, 200, 300], other: [50, 50, 50] }) }, '');
    expect(row(page, 'floor')).toEqual(['floor', '200', '100 to 300', '1.00', '2.00', '12']);
    expect(row(page, 'other')).toEqual(['other', '50', '50 to 50', '0.25', '2.00', '12']);
    expect(page).toContain(
      '3 rounds of 2 s. Measured 2026-01-02T03:04Z on 2 cores (a processor), Node.js v20.0.0.',
    );
  });

  it('takes the soak for bounded where the last third is no higher than the second', () => {
    const sample = (grants: number, index: number) => ({
      ...{ seconds: index, issued: index, grants, memory: 100 + index * 30, file: 10 },
    });
    const soak: Results['soak'] = {
      occasion,
      settings: { SWEEP_INTERVAL: '5s' },
      samples: [1, 2, 9, 9, 9, 9].map(sample),
    };
    const page = performancePage({ soak }, '');
    expect(row(page, 'soak: rows').slice(1)).toEqual(['1.00', 'met']);
    expect(row(page, 'soak: memory').slice(1)).toEqual(['1.32', '**not met**']);
  });
});
