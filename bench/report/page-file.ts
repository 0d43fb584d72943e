import { readFileSync } from 'node:fs';
import { performancePage } from './performance-page.ts';
import { readResults } from './results-file.ts';

export const pageFile = 'docs/performance.md';

/** The page as the results and the notes that are kept make it. */
export function pageOfToday(): string {
  return performancePage(readResults(), readFileSync('bench/notes.md', 'utf8'));
}
