import type { Colors } from 'picocolors/types.js';
import type { Result, Verdict } from '../model/finding.ts';
import { bySection } from './background.ts';
import { cut, plural } from './layout.ts';
import { marks, paintOf, verdicts } from './marks.ts';
import type { RedactedReport } from './redact.ts';

/** Who was judged, by what, and how it came out: the first lines. */
export function opening({ header, totals }: RedactedReport, colours: Colors): string[] {
  const { tool, version, target, profile, options } = header;
  return [
    colours.bold(`${tool} ${version}`),
    `profile ${profile}${options.strict ? ', strict' : ''}`,
    `${target.name}  ${target.issuer ?? target.authorization_endpoint}`,
    ...target.quirks.map((quirk) => `departure: ${quirk}`),
    '',
    `  ${countsInWords(totals, colours)}`,
  ];
}

export function countsInWords(totals: Readonly<Record<Verdict, number>>, colours: Colors): string {
  return verdicts
    .filter((verdict) => totals[verdict] > 0 || verdict === 'pass' || verdict === 'fail')
    .map((verdict) => {
      const text = `${totals[verdict]} ${verdict}`;
      return totals[verdict] > 0 ? paintOf(verdict, colours)(text) : colours.dim(text);
    })
    .join('   ');
}

/** A line per section, under a line per document. */
export function tree(results: readonly Result[], columns: number, colours: Colors): string[] {
  const lines: string[] = [];
  let document = '';
  for (const [section, members] of bySection(results)) {
    if (section.document !== document) {
      if (document !== '') lines.push('');
      document = section.document;
      lines.push(colours.bold(document));
    }
    const totals = countOf(members);
    const worst = worstOf(totals);
    const counts = verdicts
      .filter((verdict) => totals[verdict] > 0)
      .map((verdict) => `${totals[verdict]} ${verdict}`);
    const name = `${section.number.padEnd(8)} ${section.title}`;
    const width = Math.max(12, Math.min(48, columns - 38));
    const line = `${marks[worst]} ${cut(name, width).padEnd(width)}  ${counts.join('  ')}`;
    lines.push(
      `  ${worst === 'pass' ? colours.green(marks.pass) + line.slice(1) : paintOf(worst, colours)(line)}`,
    );
  }
  return lines;
}

export function countOf(results: readonly Result[]): Record<Verdict, number> {
  const totals: Record<Verdict, number> = { pass: 0, warn: 0, skip: 0, fail: 0, blocked: 0, error: 0 };
  for (const { verdict } of results) totals[verdict] += 1;
  return totals;
}

function worstOf(totals: Readonly<Record<Verdict, number>>): Verdict {
  const order: readonly Verdict[] = ['error', 'fail', 'blocked', 'warn', 'pass', 'skip'];
  return order.find((verdict) => totals[verdict] > 0) ?? 'skip';
}

/** The last line: the verdict in words, then what it stands on. */
export function closing(report: RedactedReport, colours: Colors): string {
  const { totals, results, requests, milliseconds } = report;
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  const passed =
    results.length === 0 ? '' : `${totals.pass} of ${plural(results.length, 'scenario')} passed, `;
  const stands = `${passed}${seconds}, ${plural(requests, 'request')}.`;
  const paint = report.exit === 0 ? colours.green : colours.red;
  return `${paint(colours.bold(verdictInWords(report)))} ${stands}`;
}

export function verdictInWords({ exit, totals, waivers, header, setup }: RedactedReport): string {
  switch (exit) {
    case 0:
      return totals.warn > 0 ? `Conforming, with ${plural(totals.warn, 'warning')}.` : 'Conforming.';
    case 1:
      return `Not conforming: ${violations(totals, waivers, header.options.strict)}.`;
    case 2:
      return setup.some(({ state }) => state === 'failed')
        ? 'Not judged: the set-up is not right. Mend that first.'
        : 'Not judged: every scenario was skipped.';
    case 3:
      return `Incomplete: ${plural(totals.blocked, 'scenario')} blocked, so nothing was learned there${
        totals.fail > 0 ? `; ${plural(totals.fail, 'violation')} elsewhere` : ''
      }.`;
    default:
      return `The suite broke in ${plural(totals.error, 'scenario')}; that is a defect of the suite.`;
  }
}

function violations(
  totals: RedactedReport['totals'],
  waivers: RedactedReport['waivers'],
  isStrict: boolean,
): string {
  const waived = (verdict: Verdict) =>
    waivers.filter((waiver) => waiver.state === 'applied' && waiver.verdict === verdict).length;
  const stale = waivers.filter(({ state }) => state === 'stale').length;
  const [fails, warnings] = [totals.fail - waived('fail'), totals.warn - waived('warn')];
  return [
    ...(fails > 0 ? [plural(fails, 'violation')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning') + (isStrict ? ', which count' : '')] : []),
    ...(stale > 0 ? [`${plural(stale, 'waiver')} no longer needed`] : []),
    ...(totals.blocked > 0 ? [`${totals.blocked} blocked`] : []),
  ].join(', ');
}
