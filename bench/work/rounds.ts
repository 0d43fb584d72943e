import type { RunningContestant } from '../contestants/contestant.ts';
import type { LoadProcess } from '../load/load-process.ts';
import type { Bench } from '../measurement.ts';
import type { Round } from '../report/results.ts';
import { quantile } from '../statistics.ts';
import { connections, type Work } from './work.ts';

/** By the names that the tables give them. */
export type Entrants = ReadonlyMap<string, RunningContestant>;

/**
 * One kind of work, in rounds: each one visits every contestant in turn, so that whatever else the machine does meets all
 * of them alike. How many units fill a visit is known from the visit before.
 */
export async function measure(
  work: Work,
  entrants: Entrants,
  { load, pace, tell }: Pick<Bench, 'load' | 'pace' | 'tell'>,
): Promise<Map<string, Round[]>> {
  const offering = [...entrants].filter(([, running]) => work.isOffered(running));
  const results = new Map<string, Round[]>(offering.map(([name]) => [name, []]));
  const rates = new Map<string, number>();
  for (let round = -pace.warmUps; round < pace.rounds; round += 1) {
    for (const [name, running] of offering) {
      const seconds = round === -pace.warmUps ? 0.3 : pace.seconds;
      const units = Math.max(200, Math.round((rates.get(name) ?? 1000) * seconds));
      const visited = await visit(work, running, units, load);
      rates.set(name, visited.rate);
      if (round < 0) continue;
      results.get(name)?.push(visited);
      tell(`${work.name} ${round + 1}/${pace.rounds} ${name}: ${Math.round(visited.rate)}/s`);
    }
  }
  return results;
}

/** So many units, from as many connections as ever. */
export async function visit(
  work: Work,
  running: RunningContestant,
  units: number,
  load: LoadProcess,
): Promise<Round> {
  const share = Math.ceil(units / connections) * connections;
  const plan = await work.prepare(running, share, load);
  const { duration, latencies } = await load.drive({
    origins: running.processes.map(({ origin }) => origin),
    connections,
    amount: share * work.requestsPerUnit(running),
    plan,
    keepsBodies: false,
  });
  return {
    rate: (latencies.length / duration) * 1000,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}
