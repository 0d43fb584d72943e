import type { Verdict } from '../model/finding.ts';
import type { Played } from '../run/run-scenario.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { breadths } from './breadths.ts';
import { faults, type Fault, type FaultName } from './faults.ts';
import { playOnce } from './play.ts';
import { symptomOf, type Symptom } from './symptoms.ts';
import type { VariantName } from './variants.ts';

const names = Object.keys(faults) as FaultName[];

/** Every so many-th fault, so that the parts take about as long as each other. */
export function partOfFaults(part: number, parts: number): FaultName[] {
  return names.filter((_, index) => index % parts === part);
}

type Results = ReadonlyMap<string, Played>;

const baselines = new Map<VariantName | undefined, Promise<Results>>();

/** The toy without the fault. */
export function baselineOf(variant: VariantName | undefined): Promise<Results> {
  const known = baselines.get(variant);
  if (known !== undefined) return known;
  const made = playOnce(catalogue, { variant }).then((results) => new Map(results.map((r) => [r.id, r])));
  baselines.set(variant, made);
  return made;
}

/**
 * Plays everything against the toy with the fault, and says what is not as the table has it. A scenario that is named
 * turns, with a finding of one of the fault's symptoms: one that learns nothing, since its control fails, is not turned.
 * All others keep their verdict, or are those of the breadth.
 */
export async function proveFault(name: FaultName): Promise<string[]> {
  const fault: Fault = faults[name];
  const baseline = await baselineOf(fault.on);
  const results = await playOnce(catalogue, { fault: name, variant: fault.on });
  const due = dueOf(fault);
  const beside = breadthOf(fault, baseline);
  const problems = results.flatMap((result) => {
    const verdict = due.get(result.id);
    const before = baseline.get(result.id)?.verdict;
    if (verdict !== undefined) return problemWith(result, verdict, before, fault);
    return strayed(result, before, beside.get(result.id) ?? 'stays');
  });
  const found = new Set(results.filter(({ id }) => due.has(id)).flatMap(symptomsOf));
  const idle = fault.finds.filter((symptom) => !found.has(symptom));
  const isBroad = [...beside].some(
    ([id, may]) => may !== 'stays' && !due.has(id) && turned(results, id, baseline),
  );
  return [
    ...problems,
    ...idle.map((symptom) => `nobody finds ${symptom}`),
    ...(fault.also !== undefined && !isBroad ? ['nothing else turns: no `also`'] : []),
  ];
}

function dueOf({ kills, warns = [], blocks = [] }: Fault): Map<string, Verdict> {
  return new Map([
    ...kills.map((id) => [id, 'fail'] as const),
    ...warns.map((id) => [id, 'warn'] as const),
    ...blocks.map((id) => [id, 'blocked'] as const),
  ]);
}

/** What becomes of the scenarios beside those named. */
function breadthOf({ also }: Fault, baseline: Results): Map<string, 'turns' | 'may turn' | 'stays'> {
  if (also === undefined) return new Map();
  const [breadth, verb] = 'all' in also ? [also.all, 'turns' as const] : [also.some, 'may turn' as const];
  const except = 'all' in also ? (also.except ?? []) : [];
  const members = catalogue.filter((scenario) => {
    const result = baseline.get(scenario.id);
    return result !== undefined && breadths[breadth]({ scenario, result });
  });
  return new Map([
    ...members.map(({ id }) => [id, verb] as const),
    ...except.map((id) => [id, 'stays'] as const),
  ]);
}

function problemWith(result: Played, due: Verdict, before: Verdict | undefined, { finds }: Fault): string[] {
  const { id, verdict, reason } = result;
  if (verdict !== due) return [`${id}: ${verdict} and not ${due}: ${reason ?? ''}`];
  if (before === due) return [`${id}: ${due} without the fault as well`];
  if (due === 'blocked' || symptomsOf(result).some((symptom) => finds.includes(symptom))) return [];
  return [`${id}: ${due} for another reason: ${symptomsOf(result).join(', ')}${receivedIn(result)}`];
}

function strayed(result: Played, before: Verdict | undefined, may: 'turns' | 'may turn' | 'stays'): string[] {
  const { id, verdict, reason } = result;
  if (verdict === 'error') return [`${id}: the suite broke: ${reason ?? ''}`];
  const hasTurned = verdict !== before;
  if (hasTurned && may === 'stays') return [`${id}: ${verdict} and no longer ${before}${receivedIn(result)}`];
  return !hasTurned && may === 'turns' ? [`${id}: ${verdict} as before, though the fault is as broad`] : [];
}

function turned(results: readonly Played[], id: string, baseline: Results): boolean {
  return results.find((result) => result.id === id)?.verdict !== baseline.get(id)?.verdict;
}

function symptomsOf({ findings }: Played): Symptom[] {
  return findings.flatMap(({ expected }) => symptomOf(expected) ?? []);
}

function receivedIn({ findings, reason }: Played): string {
  const [worst] = findings;
  return worst === undefined ? `: ${reason ?? ''}` : `: ${worst.received ?? ''}`;
}
