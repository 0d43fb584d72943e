import { table } from '../markdown-table.ts';
import { realServers } from './real-servers.ts';
import { readRecord, type Judgement, type ServerRecord, type Unplayed } from './record.ts';

export const departuresPage = new URL('../../../docs/conformance/real-servers.md', import.meta.url);

const opening = `# What the suite finds on servers of others

<!-- Written by npm run generate:conformance from the records in conformance/selftest/real. -->

Three authorization servers that nobody of this project wrote are played by every scenario in the tests, each behind a
host app as thin as can be, in memory. This page says what was found, so that the suite can be judged by it: a finding
stands here because of a sentence in an RFC, and each was examined with the exchange and that sentence side by side.

It is no ranking, and the numbers count scenarios, not faults: one behaviour can turn a hundred of them. Each library is
used as it comes, with its defaults but for what its host app says; much of what stands here is a documented choice or a
setting away. Where the host app decides (sign-in, consent, storage), it follows the RFC, and the library is not judged
by it. Another version than the one named may differ.

- **fail**: something that the text requires is not so. **warn**: a recommendation is not followed, or the outcome is
  one that the texts tolerate.
- **blocked**: nothing was learned, since a precondition failed by one of the findings. **skipped**: the server has not
  got what the scenario needs, or its target file says so.

To repeat it: \`npx tsx conformance/selftest/real/start.ts oidc-provider\` starts a server and prints its address; the
file of the same name with \`.yaml\` is its target, and \`.record.yaml\` holds request, answer and judgement of every
scenario. \`npx tsx conformance/selftest/real/examine.ts oidc-provider rfc6749/4.1.3\` plays and shows the exchanges.
Whoever finds a judgement wrong is asked to say so: the judgement, or the scenario behind it, is then mended.
`;

/** The records as a page for readers. */
export function renderDeparturesPage(): string {
  const records = Object.keys(realServers).map((name) => [name, readRecord(name)] as const);
  const overview = table(
    ['Server', 'Version', 'fail', 'warn', 'blocked', 'skipped'],
    records.map(([, record]) => [record.package, record.version, ...countsOf(record)]),
  );
  const sections = records.map(([, record]) => renderServer(record));
  return [opening, overview, ...sections].join('\n');
}

function renderServer(record: ServerRecord): string {
  const rows = record.findings.map((finding) => [
    link(finding.section),
    finding.behaviour,
    finding.judgement,
    verdictsOf(finding),
  ]);
  return `## ${record.package} ${record.version}\n\n${table(['Section', 'What it does', 'Judgement', 'Scenarios'], rows)}`;
}

function countsOf({ findings, blocked, skipped }: ServerRecord): string[] {
  const all = findings.flatMap(({ scenarios }) => scenarios);
  const count = (verdict: string) => String(all.filter((entry) => entry.verdict === verdict).length);
  const size = (groups: readonly Unplayed[]) =>
    String(groups.reduce((sum, { scenarios }) => sum + scenarios.length, 0));
  return [count('fail'), count('warn'), size(blocked), size(skipped)];
}

function verdictsOf({ scenarios }: Judgement): string {
  const verdicts = [...new Set(scenarios.map(({ verdict }) => verdict))];
  return verdicts
    .map((verdict) => `${scenarios.filter((entry) => entry.verdict === verdict).length} ${verdict}`)
    .join(', ');
}

function link(section: string): string {
  const [, rfc = '', number = ''] = /^RFC (\d+) §(.+)$/.exec(section) ?? [];
  return `[${section}](https://www.rfc-editor.org/rfc/rfc${rfc}#section-${number})`;
}
