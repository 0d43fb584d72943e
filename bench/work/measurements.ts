import { contestants } from '../contestants/contestants.ts';
import type { Bench } from '../measurement.ts';
import type { Results } from '../report/results.ts';
import { sideBySide, withRunning } from './side-by-side.ts';
import { works } from './works.ts';

/** Those kinds of work for all contestants, which are started once for all of it. */
export async function measureWorks(
  names: readonly string[],
  bench: Bench,
  keep: (found: Results) => void,
): Promise<void> {
  const chosen = works.filter(({ name }) => names.includes(name));
  if (chosen.length === 0) return;
  await withRunning(contestants, bench, async (entrants) => {
    for (const work of chosen) {
      keep({ [work.name]: await sideBySide(work, entrants, bench) });
    }
  });
}
