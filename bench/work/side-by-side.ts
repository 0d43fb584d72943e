import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant, RunningContestant } from '../contestants/contestant.ts';
import type { Bench } from '../measurement.ts';
import { occasionNow } from '../report/occasion.ts';
import type { SideBySide } from '../report/results.ts';
import { measure, type Entrants } from './rounds.ts';
import type { Work } from './work.ts';

/** Starts the contestants one after the other, lets them be measured, and stops them whatever came of it. */
export async function withRunning<Result>(
  contestants: readonly Contestant[],
  { folder, only }: Pick<Bench, 'folder' | 'only'>,
  act: (entrants: Entrants) => Promise<Result>,
): Promise<Result> {
  const entrants = new Map<string, RunningContestant>();
  try {
    for (const contestant of contestants) {
      if (only?.includes(contestant.name) === false) continue;
      entrants.set(contestant.name, await contestant.start(folderFor(contestant.name, folder)));
    }
    return await act(entrants);
  } finally {
    for (const running of entrants.values()) await running.stop();
  }
}

let started = 0;

/** A new one each time, so that whatever is started twice begins anew. */
export function folderFor(name: string, folder: string): string {
  started += 1;
  const own = join(folder, `${started}-${name.replaceAll(/\W/g, '-')}`);
  mkdirSync(own);
  return own;
}

export async function sideBySide(work: Work, entrants: Entrants, bench: Bench): Promise<SideBySide> {
  const occasion = occasionNow();
  const rounds = Object.fromEntries(await measure(work, entrants, bench));
  return { occasion, unit: work.unit, seconds: bench.pace.seconds, rounds };
}
