import { cpus } from 'node:os';
import type { Occasion } from './results.ts';

export function occasionNow(): Occasion {
  return {
    date: `${new Date().toISOString().slice(0, 16)}Z`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
  };
}
