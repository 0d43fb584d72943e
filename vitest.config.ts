import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'conformance/**/*.test.ts', 'docs/**/*.test.ts'],
    globalSetup: ['src/testing/postgres.ts', 'src/testing/chromium.ts', 'src/testing/forget-coverage.ts'],
    setupFiles: ['src/testing/contract-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
