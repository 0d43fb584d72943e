import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from './pages.ts';

test.each(Object.entries(pages))('%s is as it is made', (_, { url, render }) => {
  const written = existsSync(url) ? readFileSync(url, 'utf8') : '';
  expect(written, 'npm run generate:conformance writes it anew').toBe(render());
});
