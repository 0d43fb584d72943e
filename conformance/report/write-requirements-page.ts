import { mkdirSync, writeFileSync } from 'node:fs';
import { readLedger } from '../requirements/ledger.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { renderRequirementsPage, requirementsPage } from './coverage-page.ts';

/** `tsx conformance/report/write-requirements-page.ts`: writes the page anew from the ledger and the catalogue. */
mkdirSync(new URL('./', requirementsPage), { recursive: true });
writeFileSync(requirementsPage, renderRequirementsPage(readLedger(), catalogue));
