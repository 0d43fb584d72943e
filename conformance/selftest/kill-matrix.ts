import type { Requirement } from '../model/requirement.ts';
import type { Scenario } from '../model/scenario.ts';
import { stakesOf } from '../run/verdict.ts';
import { faults, type Fault } from './faults.ts';
import { variants, type Variant } from './variants.ts';

export const killMatrixPage = new URL('../../docs/conformance/kill-matrix.md', import.meta.url);

const all: readonly (readonly [string, Fault])[] = Object.entries(faults);

/** Faults that turn the scenario red, and those that turn it amber. */
export function killersOf(id: string): { red: string[]; amber: string[] } {
  const under = (list: (fault: Fault) => readonly string[]) =>
    all.filter(([, fault]) => list(fault).includes(id)).map(([name]) => name);
  return { red: under(({ kills }) => kills), amber: under(({ warns }) => warns ?? []) };
}

/**
 * Whether a fault proves the scenario. What a MUST asks of the server has to be turned red; a recommendation, what
 * `advises`, and what binds the client at least amber; a permission cannot be broken, and is recorded only.
 */
export function isProved(scenario: Scenario, ledger: ReadonlyMap<string, Requirement>): boolean {
  const requirements = scenario.requires.flatMap((id) => ledger.get(id) ?? []);
  const { weight, isDerived } = stakesOf(requirements, scenario);
  const { red, amber } = killersOf(scenario.id);
  if (weight === 'may') return true;
  return red.length > 0 || (amber.length > 0 && (weight === 'should' || isDerived));
}

/** The numbers of the proof, for whoever has the package without it. */
export function renderProof(): string {
  const numbers = `{ faults: ${all.length}, variants: ${Object.keys(variants).length} }`;
  return `/** Written by npm run generate:conformance: how the suite itself is proved. */\nexport const proof = ${numbers} as const;\n`;
}

/** The matrix as a page of the documentation. */
export function renderKillMatrix(catalogue: readonly Scenario[]): string {
  const proved = catalogue.filter(({ id }) => killersOf(id).red.length > 0).length;
  return [
    '# The kill matrix',
    `How the suite is itself proved. A second, small and conforming server is given one fault at a time, ${all.length} in all, and every scenario is played against it. A fault is killed when the scenarios that it names turn red, each with a finding of its own while its control still passes; all others keep their verdict, unless the fault is so broad that the page says in what else it shows. What is found has to be what the fault breaks. Every scenario of a MUST that binds the server is turned red by a fault, one that only advises is turned amber, and a permission is recorded. ${proved} of ${catalogue.length} scenarios are turned red by a fault that names them. On each of ${Object.keys(variants).length} legal variants of the server nothing turns red.`,
    'This page is made from `conformance/selftest/faults.ts` and `conformance/selftest/variants.ts` by `npm run generate:conformance`; the tests beside them hold it to be true.',
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

function describeFault([name, fault]: readonly [string, Fault]): string {
  const { breaks, by, on, finds, kills, warns = [], blocks = [] } = fault;
  return [
    `- \`${name}\` ${by} (${breaks})${on === undefined ? '' : `, on the variant \`${on}\``}.`,
    kills.length === 0 ? '' : `Red: ${quoted(kills)}.`,
    warns.length === 0 ? '' : `Amber: ${quoted(warns)}.`,
    blocks.length === 0 ? '' : `Nothing to learn for: ${quoted(blocks)}.`,
    breadthInWords(fault),
    `Found: ${finds.join('; ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function breadthInWords({ also }: Fault): string {
  if (also === undefined) return '';
  if ('some' in also) return `So do some others where ${also.some}.`;
  const { all, except = [] } = also;
  return `So do all others where ${all}${except.length === 0 ? '' : `, except ${quoted(except)}`}.`;
}

function describeScenario({ id, advises }: Scenario): string {
  const { red, amber } = killersOf(id);
  const parts = [
    red.length === 0 ? '' : `red by ${quoted(red)}`,
    amber.length === 0 ? '' : `amber by ${quoted(amber)}`,
  ].filter((part) => part !== '');
  const proof = parts.join('; ') || 'records a choice that the texts leave open';
  return `- \`${id}\`: ${proof}${advises === undefined ? '' : `; it only advises: ${advises}`}`;
}

function describeVariant([name, { differs, warns = {} }]: readonly [string, Variant]): string {
  const amber = Object.entries(warns).map(([id, reason]) => ` Amber: \`${id}\`, since ${reason}.`);
  return `- \`${name}\` ${differs}.${amber.join('')}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
