import { weightOf, type Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { proof } from '../report/proof.ts';
import { unshown } from '../report/unshown.ts';
import { profiles } from '../run/select-scenarios.ts';
import { documentOf } from '../requirements/ledger.ts';
import { valueOf, sentBy } from '../model/exchange.ts';
import { changedRequest, sampleRequest } from './sample-request.ts';
import { kindOf } from './expectation-words.ts';

/** What becomes of a requirement. */
export type Classification =
  'scenario' | 'unobservable' | 'delegated' | 'permission' | 'other profile' | 'open';

const classes: readonly Classification[] = [
  'scenario',
  'delegated',
  'unobservable',
  'permission',
  'other profile',
  'open',
];

/**
 * A requirement is shown by a scenario; or it binds the client, and the server's side follows elsewhere; or nothing of
 * it can be seen from outside; or it permits, so that nothing can break it; or its document is not one that the
 * default profile judges. What is none of these is open.
 */
export function classify(requirement: Requirement, shown: ReadonlySet<string>): Classification {
  if (shown.has(requirement.id)) return 'scenario';
  if (requirement.binds === 'derived') return 'delegated';
  if (requirement.blackbox === 'no') return 'unobservable';
  if (weightOf(requirement.level) === 'may') return 'permission';
  return profiles['rfc6749']?.includes(documentOf(requirement.id)) === true ? 'open' : 'other profile';
}

/** The numbers of `list --coverage`. */
export function coverageText(catalogue: readonly Scenario[], ledger: readonly Requirement[]): string {
  const shown = new Set(catalogue.flatMap(({ requires }) => requires));
  const documents = [...new Set(ledger.map(({ id }) => documentOf(id)))];
  const row = (name: string, members: readonly Requirement[]) => [
    name,
    String(members.length),
    ...classes.map((kind) => String(members.filter((entry) => classify(entry, shown) === kind).length)),
  ];
  const rows = documents.map((name) =>
    row(
      name,
      ledger.filter(({ id }) => documentOf(id) === name),
    ),
  );
  const open = ledger.filter((entry) => classify(entry, shown) === 'open');
  return [
    'Requirements',
    ...table([['document', 'all', ...classes], ...rows, row('together', ledger)]),
    '',
    'Scenarios',
    ...table(scenarioRows(catalogue)),
    '',
    ...openLines(open),
    '',
  ].join('\n');
}

/** What could be seen and is not: each with its reason, which somebody has written down. */
function openLines(open: readonly Requirement[]): string[] {
  if (open.length === 0) return ['No requirement is open.'];
  const rows = open.map(({ id, level }) => [id, level, unshown[id] ?? 'Nobody has said why.']);
  return [
    'Open, and why',
    ...rows.map(([id = '', level = '', reason = '']) => `  ${id} (${level}): ${reason}`),
  ];
}

function scenarioRows(catalogue: readonly Scenario[]): string[][] {
  const documents = [...new Set(catalogue.map(({ id }) => id.split('/')[0] ?? ''))];
  const count = (holds: (scenario: Scenario) => boolean) => String(catalogue.filter(holds).length);
  return [
    ...documents.map((name) => [name, count(({ id }) => id.startsWith(`${name}/`))]),
    ['together', String(catalogue.length)],
    ['isolated, of the code grant', count(isIsolated)],
    ['negatives with one change', count((scenario) => !('act' in scenario) && scenario.change !== null)],
    ['valid requests', count((scenario) => !('act' in scenario) && scenario.change === null)],
    ['stories', count((scenario) => 'act' in scenario)],
    ['redirect URI altered, authorization endpoint', count((s) => alters(s, 'redirect_uri', 'authorize'))],
    ['redirect URI altered, token endpoint', count((s) => alters(s, 'redirect_uri', 'http'))],
    ['values of state', count((s) => alters(s, 'state', 'authorize') || /hostile|\/state-/.test(s.id))],
    ['parameters sent twice', count(({ id }) => /repeated/.test(id.split('/').at(-1) ?? ''))],
    ['parameters without a value', count(({ id }) => /blank|empty/.test(id.split('/').at(-1) ?? ''))],
    ['faults that prove them', String(proof.faults)],
    ['legal variants on which they hold', String(proof.variants)],
  ];
}

/** One change, or none, at the endpoints of the grant: stories and the resource are left out. */
function isIsolated(scenario: Scenario): boolean {
  return !('act' in scenario) && scenario.from !== 'refresh request' && scenario.from !== 'resource request';
}

/** Whether the one change is another value of the parameter. */
function alters(scenario: Scenario, name: string, kind: 'authorize' | 'http'): boolean {
  if ('act' in scenario || kindOf(scenario) !== kind) return false;
  const before = valueOf(sentBy(sampleRequest(scenario.from)), name);
  const changed = changedRequest(scenario);
  const after = changed === null ? undefined : valueOf(sentBy(changed), name);
  return after !== undefined && after !== '' && after !== before;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
  );
}
