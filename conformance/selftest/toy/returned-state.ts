import type { FaultName } from '../faults.ts';
import { escapeHtml } from './page.ts';
import type { Toy } from './toy.ts';

/** Table of data: what becomes of `state` on its way back, where the toy is faulty. */
const distortions: readonly (readonly [FaultName, (state: string) => string])[] = [
  ['trims-state', (state) => state.trim()],
  ['truncates-very-long-state', (state) => state.slice(0, 500)],
  ['lowers-case-of-state', (state) => state.toLowerCase()],
  ['double-encodes-state', (state) => encodeURIComponent(state)],
  ['decodes-state-twice', decodeAgain],
  ['escapes-state-for-html', escapeHtml],
  ['plus-becomes-space-in-state', (state) => state.replaceAll('+', ' ')],
  ['space-becomes-plus-in-state', (state) => state.replaceAll(' ', '+')],
  ['cuts-state-at-ampersand', (state) => state.replace(/&.*$/s, '')],
  ['cuts-state-at-hash', (state) => state.replace(/#.*$/s, '')],
  ['cuts-state-at-equals-sign', (state) => state.replace(/=.*$/s, '')],
  ['drops-quotes-of-state', (state) => state.replaceAll(/["'\\]/g, '')],
  ['drops-markup-of-state', (state) => state.replaceAll(/<[^>]*>/g, '')],
  ['collapses-spaces-of-state', (state) => state.replaceAll(/ {2,}/g, ' ')],
  ['drops-padding-of-state', (state) => state.replace(/=+$/, '')],
  ['reads-state-as-number', (state) => (/^\d+$/.test(state) ? String(Number(state)) : state)],
  ['writes-state-as-json', (state) => (/^[{[]/.test(state) ? '[object Object]' : state)],
  ['keeps-only-word-characters-of-state', (state) => state.replaceAll(/[^A-Za-z0-9_.~-]/g, '')],
];

/** The state as it goes back to the client, RFC 6749 §4.1.2: as it came; null where none goes back. */
export function returnedState(
  toy: Toy,
  state: string | null,
  { isError }: { isError: boolean },
): string | null {
  if (state === null) return toy.faulty('invents-state') ? 'made-up' : null;
  if (toy.faulty(isError ? 'forgets-state-on-error' : 'forgets-state')) return null;
  return distortions.reduce((text, [fault, distort]) => (toy.faulty(fault) ? distort(text) : text), state);
}

function decodeAgain(state: string): string {
  try {
    return decodeURIComponent(state);
  } catch {
    return state;
  }
}
