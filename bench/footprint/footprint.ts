import { setTimeout as wait } from 'node:timers/promises';
import { contestants } from '../contestants/contestants.ts';
import type { Contestant } from '../contestants/contestant.ts';
import type { Bench, Measurement } from '../measurement.ts';
import { occasionNow } from '../report/occasion.ts';
import type { Footprint } from '../report/results.ts';
import { folderFor } from '../work/side-by-side.ts';
import { works } from '../work/works.ts';
import { visit } from '../work/rounds.ts';

/** Those that are one process, and are not there for their speed alone. */
const weighed = /^(codegrant-(sqlite|postgres)|floor|[\w-]+-memory)$/;

/** How soon it answers and how much memory it takes, idle and under load; each round with a process of its own. */
export const footprint: Measurement = {
  name: 'footprint',
  summary: 'start-up to the first answer, and memory idle and under load',
  async measure(bench) {
    const occasion = occasionNow();
    const chosen = contestants.filter(
      ({ name }) => weighed.test(name) && bench.only?.includes(name) !== false,
    );
    const rounds: Record<string, Footprint[]> = {};
    for (let round = 0; round < bench.pace.rounds; round += 1) {
      for (const contestant of chosen) {
        const found = await weigh(contestant, bench);
        (rounds[contestant.name] ??= []).push(found);
        bench.tell(
          `footprint ${round + 1}/${bench.pace.rounds} ${contestant.name}: ${Math.round(found.startUp)} ms`,
        );
      }
    }
    return { footprint: { occasion, rounds } };
  },
};

/** Under load: a few thousand exchanges, then as many refreshes. */
async function weigh(contestant: Contestant, { folder, load, isQuick }: Bench): Promise<Footprint> {
  const running = await contestant.start(folderFor(contestant.name, folder));
  try {
    const [server] = running.processes;
    if (server === undefined) throw new Error(`${contestant.name} has no process`);
    await wait(500);
    const { now: idle } = server.memory();
    for (const work of works.slice(0, 2)) await visit(work, running, isQuick ? 500 : 2000, load);
    const { now: loaded, peak } = server.memory();
    return { startUp: server.startUp, idle, loaded, peak };
  } finally {
    await running.stop();
  }
}
