import { renderRequirementsPage, requirementsPage } from '../report/coverage-page.ts';
import { readLedger } from '../requirements/ledger.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { killMatrixPage, renderKillMatrix, renderProof } from './kill-matrix.ts';
import { conformancePage, renderConformancePage } from './dialects/conformance-page.ts';
import { dialectDeparturesPage, renderDialectDepartures } from './dialects/departures-page.ts';
import { readDepartures, readRecord } from './dialects/record.ts';
import { departuresPage, renderDeparturesPage } from './real/departures-page.ts';

interface GeneratedPage {
  url: URL;
  render(): string;
}

const proofFile = new URL('../report/proof.ts', import.meta.url);

/** Table of data: what is made from what the suite is: pages of the documentation, and numbers for `list --coverage`. */
export const pages: Readonly<Record<string, GeneratedPage>> = {
  'requirements.md': {
    url: requirementsPage,
    render: () => renderRequirementsPage(readLedger(), catalogue),
  },
  'kill-matrix.md': { url: killMatrixPage, render: () => renderKillMatrix(catalogue) },
  'proof.ts': { url: proofFile, render: renderProof },
  'dialects/departures.md': {
    url: dialectDeparturesPage,
    render: () => renderDialectDepartures(readDepartures()),
  },
  'dialects/conformance.md': {
    url: conformancePage,
    render: () => renderConformancePage(readRecord(), readDepartures(), catalogue),
  },
  'real-servers.md': { url: departuresPage, render: renderDeparturesPage },
};
