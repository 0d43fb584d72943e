import { rmSync } from 'node:fs';
import { coverageFolder } from './contract-coverage.ts';

/** As a `globalSetup` of vitest: what an earlier run has reached is not this run's. */
export function setup(): void {
  rmSync(coverageFolder, { recursive: true, force: true });
}
