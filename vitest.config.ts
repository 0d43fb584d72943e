import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', '{conformance,bench,docs}/**/*.test.ts'],
    globalSetup: ['src/testing/postgres.ts', 'src/testing/chromium.ts', 'src/testing/forget-coverage.ts'],
    setupFiles: ['src/testing/contract-setup.ts'],
    // Two even on two cores: the tests of the whole mostly wait for other processes.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
