import { resolve } from 'node:path';
import { makeArtifacts } from '../generator/artifacts.ts';
import { report } from './problem.ts';
import { findStale } from './stale-artifacts.ts';

/** `npm run check:generated`: everything under `generated/` is what today's contract makes. */
report('generated', findStale('generated', await makeArtifacts(resolve('openapi.yaml'))));
