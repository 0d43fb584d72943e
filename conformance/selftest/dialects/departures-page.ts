import { table } from '../markdown-table.ts';
import { titles } from './play-dialect.ts';
import type { Departure } from './record.ts';

export const dialectDeparturesPage = new URL('../../../docs/dialects/departures.md', import.meta.url);

/** What stands above both pages. */
export const made = '<!-- Written by npm run generate:conformance from conformance/selftest/dialects. -->';

const opening = `# Departures from the RFCs, D1 to D33

${made}

What was found in the documents of five systems, or in their published code, that an RFC has otherwise. Each row has the
strict answer, which is this server's own, and the dialects that tolerate the departure. Where none does, it is the fault
of somebody's code, and clients written from the document do without it.

Below stands what proves each answer: scenarios of the conformance suite, which see the departure on any server, and tests
of this server. Under a dialect the suite reports [exactly these departures](conformance.md) and no others.
`;

export function renderDialectDepartures(departures: readonly Departure[]): string {
  const rows = departures.map(({ number, departure, found, section, strict, dialects }) => [
    number,
    departure,
    found,
    section === undefined ? 'no RFC speaks of it' : link(section),
    strict,
    dialects.map((name) => `[${titles[name]}](${name}.md)`).join(', ') || 'nobody',
  ]);
  const proofs = departures.map(({ number, scenarios, tests = [] }) => [
    number,
    scenarios.map((id) => `\`${id}\``).join(', ') || 'a black box cannot see it in a moment',
    tests.map(({ file, title }) => `${title} ([${nameOf(file)}](../../${file}))`).join('; ') || '–',
  ]);
  return [
    opening,
    table(['', 'departure', 'found in', 'section', 'the strict answer', 'tolerated for'], rows),
    '## What proves it\n',
    table(['', 'scenarios', 'tests'], proofs),
  ].join('\n');
}

function nameOf(file: string): string {
  return file.replace(/^.*\//, '');
}

function link(section: string): string {
  const [, rfc = '', number = ''] = /^RFC (\d+) §(.+)$/.exec(section) ?? [];
  return `[${section}](https://www.rfc-editor.org/rfc/rfc${rfc}#section-${number})`;
}
