import type { Result } from '../../model/finding.ts';
import type { Scenario } from '../../model/scenario.ts';

/** What was sent, in short: the valid request and its one change, or the length of the story. */
export function describeSent(scenario: Scenario | undefined, { exchanges }: Result): string {
  if (scenario !== undefined && 'from' in scenario)
    return `${scenario.from}${scenario.change === null ? '' : `, ${scenario.change.text}`}`;
  const last = exchanges.at(-1)?.request;
  if (last === undefined) return 'nothing';
  const names = [...new URL(last.url).searchParams.keys(), ...new URLSearchParams(last.body).keys()];
  const path = new URL(last.url).pathname.replaceAll(/[A-Za-z0-9_-]{20,}|<[^>]+>|%3C.*?%3E/g, '…');
  return `${exchanges.length} requests, the last one ${last.method} ${path} with ${names.join(', ') || 'no parameters'}`;
}
