import type { Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { stakesOf } from '../run/verdict.ts';
import { faults, type Fault } from './faults.ts';
import { variants, type Variant } from './variants.ts';

const all: readonly (readonly [string, Fault])[] = Object.entries(faults);

/** Faults that turn the scenario red, and those that turn it amber. */
export function killersOf(id: string): { red: string[]; amber: string[] } {
  const under = (list: (fault: Fault) => readonly string[]) =>
    all.filter(([, fault]) => list(fault).includes(id)).map(([name]) => name);
  return { red: under(({ kills }) => kills), amber: under(({ warns }) => warns ?? []) };
}

/** Table of data: scenarios of a MUST that nothing here can turn red, and why. */
export const spared: Readonly<Record<string, string>> = {
  'rfc6749/10.9/endpoints-over-tls': 'the toy has no TLS',
  'rfc6749/10.11/pages-over-tls': 'the toy has no TLS',
};

/** Whether a scenario is proved: a MUST by a fault that turns it red, the rest by one that turns it amber. */
export function isProved(scenario: Scenario, ledger: ReadonlyMap<string, Requirement>): boolean {
  const requirements = scenario.requires.map((id) => ledger.get(id)).filter((entry) => entry !== undefined);
  const { weight } = stakesOf(requirements);
  const { red, amber } = killersOf(scenario.id);
  if (weight === 'may' || scenario.id in spared) return true;
  return red.length > 0 || amber.length > 0;
}

/** The matrix as a page of the documentation. */
export function renderKillMatrix(catalogue: readonly Scenario[]): string {
  const proved = catalogue.filter(({ id }) => killersOf(id).red.length > 0).length;
  return [
    '# The kill matrix',
    `How the suite is itself proved. A second, small and conforming server is given one fault at a time, ${all.length} in all, and every scenario is played against it. A fault is killed when the scenarios that it names turn red, each with a finding of its own while its control still passes; all others keep their verdict, unless a reason is given. ${proved} of ${catalogue.length} scenarios are turned red by a fault that names them. On each of ${Object.keys(variants).length} legal variants of the server nothing turns red.`,
    'This page is made from `conformance/selftest/faults.ts` and `conformance/selftest/variants.ts` by `npx tsx conformance/selftest/write-kill-matrix.ts`; the tests beside them hold it to be true.',
    '## From fault to scenario',
    all.map(describeFault).join('\n'),
    '## From scenario to fault',
    catalogue.map(describeScenario).join('\n'),
    '## Legal variants',
    Object.entries<Variant>(variants).map(describeVariant).join('\n'),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function describeFault([name, { breaks, by, on, kills, warns = [], also }]: readonly [
  string,
  Fault,
]): string {
  return [
    `- \`${name}\` ${by} (${breaks})${on === undefined ? '' : `, on the variant \`${on}\``}.`,
    kills.length === 0 ? '' : `Red: ${quoted(kills)}.`,
    warns.length === 0 ? '' : `Amber: ${quoted(warns)}.`,
    also === undefined ? '' : `More turn: ${also}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function describeScenario({ id }: Scenario): string {
  const { red, amber } = killersOf(id);
  const parts = [
    red.length === 0 ? '' : `red by ${quoted(red)}`,
    amber.length === 0 ? '' : `amber by ${quoted(amber)}`,
  ].filter((part) => part !== '');
  return `- \`${id}\`: ${parts.join('; ') || (spared[id] ?? 'records a choice that the texts leave open')}`;
}

function describeVariant([name, { differs, warns = {} }]: readonly [string, Variant]): string {
  const amber = Object.entries(warns).map(([id, reason]) => ` Amber: \`${id}\`, since ${reason}.`);
  return `- \`${name}\` ${differs}.${amber.join('')}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
