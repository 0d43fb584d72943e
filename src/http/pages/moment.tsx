import type { Seconds } from '../../oauth/ports.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A point in time as a person reads it, e.g. `1 May 2026, 09:30 UTC`. Without script nobody knows the reader's zone. */
export function Moment({ at }: { at: Seconds }) {
  const iso = new Date(at * 1000).toISOString();
  return <time datetime={iso}>{`${DAY.format(at * 1000)}, ${iso.slice(11, 16)} UTC`}</time>;
}
