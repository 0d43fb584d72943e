import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const globalSetup = fileURLToPath(new URL('./postgres.ts', import.meta.url));

/** The exit status of a test run with PostgreSQL in which that is the only test. */
function statusOfRun(test: string): number | null {
  const root = mkdtempSync(join(tmpdir(), 'codegrant-run-'));
  const config = { test: { globals: true, include: ['*.test.js'], globalSetup: [globalSetup] } };
  writeFileSync(join(root, 'vitest.config.mjs'), `export default ${JSON.stringify(config)};`);
  writeFileSync(join(root, 'only.test.js'), test);
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', root], { stdio: 'ignore' });
  rmSync(root, { recursive: true });
  return status;
}

describe('a test run with PostgreSQL', () => {
  it('ends with 1 where a test fails, and with 0 where none does', { timeout: 120_000 }, () => {
    expect(statusOfRun("it('fails', () => { throw new Error('on purpose'); });")).toBe(1);
    expect(statusOfRun("it('passes', () => {});")).toBe(0);
  });
});
