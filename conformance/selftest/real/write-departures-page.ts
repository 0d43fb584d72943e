import { mkdirSync, writeFileSync } from 'node:fs';
import { departuresPage, renderDeparturesPage } from './departures-page.ts';

/** `tsx conformance/selftest/real/write-departures-page.ts`: writes the page anew from the records. */
mkdirSync(new URL('./', departuresPage), { recursive: true });
writeFileSync(departuresPage, renderDeparturesPage());
