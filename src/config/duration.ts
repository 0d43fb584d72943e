import type { Parsed } from './parsed.ts';

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Seconds from `60`, `60s`, `15m`, `12h` or `30d`, within bounds that are seconds too. */
export function duration(min: number, max: number): (text: string) => Parsed<number> {
  return (text) => {
    const match = /^(\d{1,10})([smhd]?)$/.exec(text);
    const unit = (match?.[2] || 's') as keyof typeof UNITS;
    const seconds = match === null ? Number.NaN : Number(match[1]) * UNITS[unit];
    return seconds >= min && seconds <= max
      ? { value: seconds }
      : {
          expected: `a time from ${inWords(min)} to ${inWords(max)}, in seconds or with the unit s, m, h or d`,
        };
  };
}

/** The largest unit that divides the time evenly: 3600 is `1h`. */
export function inWords(seconds: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    if (seconds > 0 && seconds % UNITS[unit] === 0) return `${seconds / UNITS[unit]}${unit}`;
  }
  return `${seconds}s`;
}
