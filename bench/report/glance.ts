import { ratio, spread } from '../statistics.ts';
import type { Results, SideBySide } from './results.ts';

/** What was just found, as lines for the terminal. */
export function glance(found: Results): string {
  const parts = Object.entries(found as Record<string, Required<Results>[keyof Results]>).map(
    ([name, part]) => {
      const body = 'unit' in part ? ratesOf(part) : JSON.stringify(part);
      return `\n${name}\n${body}`;
    },
  );
  return parts.join('\n');
}

function ratesOf({ unit, rounds }: SideBySide): string {
  const rates = (name: string) => (rounds[name] ?? []).map(({ rate }) => rate);
  const [first = ''] = Object.keys(rounds);
  const yardstick = 'floor' in rounds ? 'floor' : first;
  const lines = Object.entries(rounds).map(([name, each]) => {
    const rate = spread(rates(name));
    const [p50, p99] = (['p50', 'p99'] as const).map((key) => spread(each.map((round) => round[key])).median);
    const share = ratio(rates(name), rates(yardstick)).median.toFixed(2);
    return columns(
      name,
      rate.median.toFixed(0),
      `${rate.low.toFixed(0)}–${rate.high.toFixed(0)}`,
      share,
      p50?.toFixed(2),
      p99?.toFixed(2),
    );
  });
  return [unit, columns('', '/s', 'from–to', `of ${yardstick}`, 'p50 ms', 'p99 ms'), ...lines].join('\n');
}

function columns(name: string, ...rest: readonly (string | undefined)[]): string {
  return `${name.padEnd(24)}${rest.map((text = '') => text.padStart(14)).join(' ')}`;
}
