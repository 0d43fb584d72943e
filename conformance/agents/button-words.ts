import type { Button } from './markup.ts';
import type { Intent } from './owner-driver.ts';

/** What buttons say. English only: for other languages there is the recipe. */
export const buttonWords = {
  approve: /\b(allow|approve|authori[sz]e|accept|grant|agree|confirm|continue|consent|permit|yes|ok)\b/i,
  deny: /\b(deny|cancel|reject|refuse|decline|disallow|disagree|abort|no|don['’]t|do not)\b/i,
  elsewhere:
    /\b(log ?out|sign ?out|search|register|sign ?up|create (an )?account|forgot|reset|switch account|back)\b/i,
  /** Permits something and nothing else; `continue` may be said of anything. */
  permission: /\b(allow|approve|authori[sz]e|accept|grant|permit)\b/i,
} as const;

/** Whether a button says yes, or no. The label has the word; name and value count where the label says neither. */
export function speaks({ label, name, value }: Button, intent: Intent): boolean {
  if (buttonWords.elsewhere.test(label)) return false;
  const other = intent === 'approve' ? 'deny' : 'approve';
  if (buttonWords[intent].test(label)) return intent === 'deny' || !buttonWords.deny.test(label);
  return (
    !buttonWords[other].test(label) && buttonWords[intent].test(`${name} ${value}`.replaceAll(/[_-]/g, ' '))
  );
}
