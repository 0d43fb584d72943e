import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Results } from './results.ts';

/** Committed, so that the page has the figures that it shows. */
export const resultsFile = 'bench/results/latest.json';

export function readResults(): Results {
  return existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Results) : {};
}

/** Puts what was found in the place of what was found before, and leaves the rest. */
export function keepResults(found: Results): void {
  mkdirSync(dirname(resultsFile), { recursive: true });
  writeFileSync(resultsFile, `${JSON.stringify({ ...readResults(), ...found }, rounded, 1)}\n`);
}

/** Three digits after the point say all that was measured. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}
