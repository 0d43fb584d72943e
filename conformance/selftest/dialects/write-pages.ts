import { writeFileSync } from 'node:fs';
import { catalogue } from '../../scenarios/catalogue.ts';
import { conformancePage, renderConformancePage } from './conformance-page.ts';
import { departuresPage, renderDeparturesPage } from './departures-page.ts';
import { readDepartures, readRecord } from './record.ts';

/** `npx tsx conformance/selftest/dialects/write-pages.ts`: both pages anew, from the record and the departures. */
const departures = readDepartures();
writeFileSync(departuresPage, renderDeparturesPage(departures));
writeFileSync(conformancePage, renderConformancePage(readRecord(), departures, catalogue));
