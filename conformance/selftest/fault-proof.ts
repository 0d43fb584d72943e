import type { Result, Verdict } from '../model/finding.ts';
import { catalogue } from '../scenarios/catalogue.ts';
import { faults, type Fault, type FaultName } from './faults.ts';
import { play } from './play.ts';
import type { VariantName } from './variants.ts';

const names = Object.keys(faults) as FaultName[];

/** Every so many-th fault, so that the parts take about as long as each other. */
export function partOfFaults(part: number, parts: number): FaultName[] {
  return names.filter((_, index) => index % parts === part);
}

const baselines = new Map<VariantName | undefined, Promise<ReadonlyMap<string, Verdict>>>();

/** The verdicts on the toy without the fault. */
export function baselineOf(variant: VariantName | undefined): Promise<ReadonlyMap<string, Verdict>> {
  const known = baselines.get(variant);
  if (known !== undefined) return known;
  const made = play(catalogue, { variant }).then((results) => new Map(results.map((r) => [r.id, r.verdict])));
  baselines.set(variant, made);
  return made;
}

/**
 * Plays everything against the toy with the fault, and says what is not as the table has it: a named scenario that
 * stays green, that turns without a finding, or that learns nothing, since its control fails; another one that turns.
 */
export async function proveFault(name: FaultName): Promise<string[]> {
  const fault: Fault = faults[name];
  const baseline = await baselineOf(fault.on);
  const results = await play(catalogue, { fault: name, variant: fault.on });
  const problems = results.flatMap((result) => problemWith(result, fault, baseline.get(result.id)));
  const turned = results.filter(({ id, verdict }) => verdict !== baseline.get(id)).length;
  const named = fault.kills.length + (fault.warns?.length ?? 0);
  return fault.also !== undefined && turned === named
    ? [...problems, 'nothing else turns: no `also`']
    : problems;
}

function problemWith(result: Result, fault: Fault, before: Verdict | undefined): string[] {
  const { id, verdict, findings, reason } = result;
  const due = fault.kills.includes(id) ? 'fail' : fault.warns?.includes(id) ? 'warn' : null;
  if (verdict === 'error') return [`${id}: the suite broke: ${reason ?? ''}`];
  if (due === null) {
    const isFree = verdict === before || fault.also !== undefined;
    return isFree ? [] : [`${id}: ${verdict} and no longer ${before ?? 'there'}${receivedIn(result)}`];
  }
  if (verdict !== due) return [`${id}: ${verdict} and not ${due}: ${reason ?? ''}`];
  return findings.length > 0 && before !== due ? [] : [`${id}: ${verdict} by no finding of this fault`];
}

function receivedIn({ findings, reason }: Result): string {
  const [worst] = findings;
  return worst === undefined ? `: ${reason ?? ''}` : `: ${worst.received ?? ''}`;
}
