import { writeFileSync } from 'node:fs';
import { pageFile, pageOfToday } from './page-file.ts';

/** `npm run bench:page`: the page anew from what was measured, without measuring. */
writeFileSync(pageFile, pageOfToday());
