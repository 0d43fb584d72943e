import { renderRequirementsPage, requirementsPage } from '../report/coverage-page.ts';
import { readLedger } from '../requirements/ledger.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { killMatrixPage, renderKillMatrix } from './kill-matrix.ts';
import { departuresPage, renderDeparturesPage } from './real/departures-page.ts';

interface GeneratedPage {
  url: URL;
  render(): string;
}

/** Table of data: the pages of the documentation that are made from what the suite is. */
export const pages: Readonly<Record<string, GeneratedPage>> = {
  'requirements.md': {
    url: requirementsPage,
    render: () => renderRequirementsPage(readLedger(), catalogue),
  },
  'kill-matrix.md': { url: killMatrixPage, render: () => renderKillMatrix(catalogue) },
  'real-servers.md': { url: departuresPage, render: renderDeparturesPage },
};
