import { mkdirSync, writeFileSync } from 'node:fs';
import { catalogue } from '../scenarios/catalogue.ts';
import { renderKillMatrix } from './kill-matrix.ts';

/** `npx tsx conformance/selftest/write-kill-matrix.ts` */
const folder = new URL('../../docs/conformance/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('kill-matrix.md', folder), renderKillMatrix(catalogue));
