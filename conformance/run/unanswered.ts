import { broken } from '../expect/finding.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding, Verdict } from '../model/finding.ts';

/** The first request that got no answer. */
export function unanswered(exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.find(({ failure }) => failure !== null);
}

/**
 * A connection that breaks is neither a refusal nor a page: where a request got no answer, nothing passes by it, and
 * nothing is left out for it.
 */
export function unansweredFinding(exchanges: readonly Exchange[]): Finding[] {
  const lost = unanswered(exchanges);
  return lost === undefined ? [] : [broken('an answer to every request', inWords(lost))];
}

/** What a scenario comes to that would be left out, although the reason may be that no answer came. */
export function blockedForSilence(
  outcome: { verdict: Verdict; reason: string } | null,
  exchanges: readonly Exchange[],
): { verdict: Verdict; reason: string } | null {
  const lost = unanswered(exchanges);
  if (outcome?.verdict !== 'skip' || lost === undefined) return outcome;
  return { verdict: 'blocked', reason: `a request got no answer: ${inWords(lost)}` };
}

function inWords({ request, failure }: Exchange): string {
  return `${failure ?? 'no answer'} (${request.method} ${URL.canParse(request.url) ? new URL(request.url).pathname : request.url})`;
}
