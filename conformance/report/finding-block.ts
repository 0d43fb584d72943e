import type { Colors } from 'picocolors/types.js';
import type { Scenario } from '../model/scenario.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding, Result } from '../model/finding.ts';
import { sectionInWords, sectionOf, sentInWords, type Background } from './background.ts';
import { curlArguments } from './curl.ts';
import { exchangeLines, stepLine } from './exchange-text.ts';
import { labelled, visible, wrap } from './layout.ts';
import { likelyCause } from './likely-cause.ts';
import { marks, paintOf } from './marks.ts';

const steps = 8;

/** Everything that an implementer needs for one finding: the rule, what was sent, what came, why, and how to repeat it. */
export function findingBlock(
  result: Result,
  background: Background,
  columns: number,
  colours: Colors,
): string[] {
  const paint = paintOf(result.verdict, colours);
  const section = sectionOf(result.id);
  const row = (label: string, text: string) => labelled(label, visible(text), columns, colours.dim);
  const rows = (label: string, texts: readonly string[]) =>
    texts.flatMap((text, index) => row(index === 0 ? label : '', text));
  const { reason, verdict } = result;
  return [
    `${paint(`${marks[verdict]} ${result.id}`)}  ${colours.dim(`${verdict}, ${result.level}`)}`,
    ...wrap(`A conforming server ${result.title}.`, columns - 2).map((line) => `  ${colours.bold(line)}`),
    '',
    ...rows('Section', [sectionInWords(section), ...(section.link === null ? [] : [section.link])]),
    ...rows(
      'Rule',
      result.requirements.map((id) => ruleInWords(id, background)),
    ),
    ...row('Sent', sentInWords(background.scenarios.get(result.id))),
    ...grouped(result.findings).flatMap(([received, expected]) => [
      ...rows('Expected', expected),
      ...row('Received', received),
    ]),
    ...(reason === null ? [] : row(verdict === 'blocked' ? 'Blocked' : 'Reason', reason)),
    ...rows('Likely', causesOf(result)),
    ...evidence(result, background, columns, colours),
  ];
}

/** One answer may miss several expectations; it is told once. */
function grouped(findings: readonly Finding[]): [received: string, expected: string[]][] {
  const groups = new Map<string, string[]>();
  for (const { expected, received } of findings) {
    groups.set(received ?? '', [...(groups.get(received ?? '') ?? []), expected]);
  }
  return [...groups];
}

function ruleInWords(id: string, { requirements }: Background): string {
  const requirement = requirements.get(id);
  return requirement === undefined ? id : `${id} ${requirement.level}: ${requirement.summary}`;
}

/** Where something was handed out that was not due, the rest follows from that. */
function causesOf({ id, findings }: Result): string[] {
  const told = findings[0]?.gravity === 'unsafe' ? findings.slice(0, 1) : findings;
  const causes = told.map((finding) => likelyCause(id, finding)).filter((cause) => cause !== null);
  return [...new Set(causes)].slice(0, 2);
}

/** The steps in brief, the decisive exchange in full, and the request as a `curl` line. */
function evidence(result: Result, { scenarios }: Background, columns: number, colours: Colors): string[] {
  const { exchanges } = result;
  const last = decisive(result);
  if (last === undefined) return [];
  const isJourney = /authorization request/.test(baseOf(scenarios.get(result.id)));
  const probe = isJourney ? (exchanges[0] ?? last) : last;
  const before = exchanges.slice(isJourney ? 1 : 0, Math.max(0, exchanges.indexOf(last)));
  const brief = before.slice(-steps).map((exchange) => colours.dim(`    ${stepLine(exchange, columns - 4)}`));
  const inFull = (exchange: Exchange) => exchangeLines(exchange, columns - 4).map((line) => `    ${line}`);
  const [start = '', ...rest] = curlArguments(probe.request);
  return [
    ...(probe === last ? [] : ['', ...inFull(probe)]),
    ...(brief.length === 0 ? [] : ['', colours.dim(isJourney ? '  then' : '  before it'), ...brief]),
    ...(isJourney && probe !== last ? ['', colours.dim('  and at last')] : ['']),
    ...inFull(last),
    '',
    colours.dim('  Again'),
    ...shellLines(`curl ${start}`, rest, columns - 4).map((line) => `    ${line}`),
  ];
}

function baseOf(scenario: Scenario | undefined): string {
  return scenario === undefined || 'act' in scenario ? '' : scenario.from;
}

/** The last answer is what was judged; where nothing was, the answer that broke off. */
function decisive({ exchanges, findings }: Result): Exchange | undefined {
  const failed = exchanges.find(({ response }) => response === null || response.status >= 500);
  return findings.length > 0 || failed === undefined ? exchanges.at(-1) : failed;
}

/** One line where it fits, else continued with backslashes. Never broken within a word: it has to be pasted. */
function shellLines(start: string, rest: readonly string[], columns: number): string[] {
  const line = [start, ...rest].join(' ');
  if (line.length <= columns) return [line];
  return [start, ...rest.map((argument) => `  ${argument}`)].map((part, index, all) =>
    index === all.length - 1 ? part : `${part} \\`,
  );
}
