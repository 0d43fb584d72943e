import { sectionOf, sentInWords, type Background } from './background.ts';
import { curlLine } from './curl.ts';
import { likelyCause } from './likely-cause.ts';
import type { RedactedReport } from './redact.ts';

/**
 * The record of a run, for programs (`report.schema.json`). The footer comes last: a file without it was cut off.
 */
export function jsonReport(report: RedactedReport, background: Background): string {
  const { header, setup, results, totals, waivers, left_clients, requests, milliseconds, exit } = report;
  const record = {
    $schema:
      'https://raw.githubusercontent.com/codegrant/codegrant/main/conformance/report/report.schema.json',
    header,
    setup,
    results: results.map((result) => entryOf(result, background)),
    waivers,
    left_clients,
    footer: { totals, scenarios: results.length, requests, milliseconds: Math.round(milliseconds), exit },
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function entryOf(result: RedactedReport['results'][number], { scenarios }: Background) {
  const { id, title, verdict, level, requirements, findings, reason, exchanges, milliseconds } = result;
  const { link } = sectionOf(id);
  const last = exchanges.at(-1);
  return {
    id,
    title,
    verdict,
    level,
    requirements,
    section: link,
    sent: sentInWords(scenarios.get(id)),
    findings: findings.map((finding) => ({ ...finding, cause: likelyCause(id, finding) })),
    reason,
    exchanges: exchanges.map((exchange) => ({
      ...exchange,
      milliseconds: Math.round(exchange.milliseconds),
    })),
    curl: last === undefined ? null : curlLine(last.request),
    milliseconds: Math.round(milliseconds),
  };
}
