import { ratio, spread } from '../statistics.ts';
import type { Round } from '../work/rounds.ts';

/** The lines for whoever has just measured: each contestant beside the floor. */
export function glance(rounds: Readonly<Record<string, readonly Round[]>>): string {
  const rates = (name: string) => (rounds[name] ?? []).map(({ rate }) => rate);
  const floor = rates('floor');
  const lines = Object.entries(rounds).map(([name, each]) => {
    const rate = spread(rates(name));
    const p50 = spread(each.map((round) => round.p50)).median.toFixed(2);
    const p99 = spread(each.map((round) => round.p99)).median.toFixed(2);
    const share = floor.length === 0 ? '' : ratio(rates(name), floor).median.toFixed(2);
    const range = `${Math.round(rate.low)}–${Math.round(rate.high)}`;
    return [
      name.padEnd(24),
      String(Math.round(rate.median)).padStart(6),
      range.padStart(13),
      share.padStart(6),
      p50.padStart(8),
      p99.padStart(8),
    ].join(' ');
  });
  const head = ['contestant'.padEnd(24), '   /s', '     from–to', ' of floor', '  p50', '   p99 ms'].join(
    ' ',
  );
  return [head, ...lines].join('\n');
}
