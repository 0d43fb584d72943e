import packaged from 'junit-report-builder';
import type { Result } from '../model/finding.ts';
import { bySection, sectionInWords, sentInWords, type Background } from './background.ts';
import { curlLine } from './curl.ts';
import { exchangeLines } from './exchange-text.ts';
import { likelyCause } from './likely-cause.ts';
import type { RedactedReport } from './redact.ts';

/** The package exports its builder itself, while its types speak of a member `default`. */
const builder = packaged as unknown as typeof packaged.default;

type Suite = ReturnType<typeof builder.testSuite>;

/** The report for CI: a suite per section, a case per scenario. */
export function junitReport(report: RedactedReport, background: Background): string {
  const { header, results } = report;
  const root = builder.newBuilder().name(clean(`${header.tool}: ${header.target.name}`));
  const waived = new Map(
    report.waivers
      .filter(({ state }) => state === 'applied')
      .map(({ scenario, reason }) => [scenario, reason]),
  );
  for (const [section, members] of bySection(results)) {
    const suite = root.testSuite().name(clean(sectionInWords(section)));
    for (const result of members) addCase(suite, result, background, waived.get(result.id));
  }
  const stale = report.waivers.filter(({ state }) => state === 'stale');
  if (stale.length > 0) {
    const suite = root.testSuite().name('waivers');
    for (const { scenario } of stale) {
      suite
        .testCase()
        .className('waivers')
        .name(scenario)
        .failure('passes now: take this waiver out', 'stale');
    }
  }
  return root.build();
}

function addCase(suite: Suite, result: Result, background: Background, waiver: string | undefined): void {
  const { id, title, verdict, level, reason, milliseconds } = result;
  const entry = suite
    .testCase()
    .className(id)
    .name(clean(title))
    .time(Math.round(milliseconds) / 1000);
  const text = () => clean(details(result, background));
  if (waiver !== undefined) {
    entry.skipped().standardOutput(`${clean(`waived: ${waiver}`)}\n\n${text()}`);
    return;
  }
  switch (verdict) {
    case 'pass':
      return;
    case 'warn':
      entry.standardOutput(`warning\n\n${text()}`);
      return;
    case 'skip':
      entry
        .skipped()
        .property('reason', clean(reason ?? ''))
        .standardOutput(clean(`skipped: ${reason ?? ''}`));
      return;
    case 'fail':
      entry.failure(clean(firstLine(result)), level).stacktrace(text());
      return;
    case 'blocked':
    case 'error':
      entry.error(clean(`${verdict}: ${(reason ?? '').split('\n')[0] ?? ''}`), verdict, text());
  }
}

function firstLine({ findings }: Result): string {
  const [worst] = findings;
  return worst === undefined ? 'failed' : `expected ${worst.expected}; received: ${worst.received ?? ''}`;
}

function details(result: Result, { scenarios }: Background): string {
  const { id, findings, reason, exchanges, requirements } = result;
  const last = exchanges.at(-1);
  return [
    `Sent: ${sentInWords(scenarios.get(id))}`,
    `Requirements: ${requirements.join(', ')}`,
    ...findings.flatMap((finding) => [
      `Expected: ${finding.expected}`,
      `Received: ${finding.received ?? ''}`,
      ...(likelyCause(id, finding) === null ? [] : [`Likely: ${likelyCause(id, finding)}`]),
    ]),
    ...(reason === null ? [] : [`Reason: ${reason}`]),
    ...(last === undefined ? [] : ['', ...exchangeLines(last, 120), '', curlLine(last.request)]),
  ].join('\n');
}

/** XML 1.0 has no place for most control characters, however they are written. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
