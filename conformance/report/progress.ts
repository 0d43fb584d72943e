import picocolors from 'picocolors';
import type { Result, Verdict } from '../model/finding.ts';
import { cut } from './layout.ts';
import { marks } from './marks.ts';

/** Where progress goes: `process.stderr`, or what stands for it. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** To be called after each scenario. */
  onResult(result: Result, done: number, total: number): void;
  /** Takes the line away, so that the report begins on a clean one. */
  end(): void;
}

const told: readonly Verdict[] = ['pass', 'fail', 'warn', 'blocked', 'error', 'skip'];

/** Live progress: one line that is drawn anew on a terminal, a line per tenth of the run elsewhere. Names ids only. */
export function progressOn(
  stream: ProgressStream,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Progress {
  const counts: Partial<Record<Verdict, number>> = {};
  const isLive = stream.isTTY === true && environment.TERM !== 'dumb' && (environment.CI ?? '') === '';
  const colours = picocolors.createColors(isLive && (environment.NO_COLOR ?? '') === '');
  let tenths = 0;
  return {
    onResult: ({ id, verdict }, done, total) => {
      counts[verdict] = (counts[verdict] ?? 0) + 1;
      const line = `${done}/${total}  ${countsOf(counts)}`;
      if (isLive) {
        const width = (stream.columns ?? 80) - 1;
        const text = cut(`${line}  ${verdict === 'pass' ? '' : marks[verdict]} ${id}`, width);
        stream.write(`\r\u001b[2K${verdict === 'fail' ? colours.red(text) : text}`);
        return;
      }
      const reached = Math.floor((done * 10) / total);
      if (reached > tenths || done === total) stream.write(`${String(reached * 10).padStart(3)}%  ${line}\n`);
      tenths = Math.max(tenths, reached);
    },
    end: () => {
      if (isLive) stream.write('\r\u001b[2K');
    },
  };
}

function countsOf(counts: Partial<Record<Verdict, number>>): string {
  return told
    .filter((verdict) => counts[verdict] !== undefined)
    .map((verdict) => `${counts[verdict]} ${verdict}`)
    .join(', ');
}
