import type { TargetOwner } from '../target/target.ts';
import { findDecision } from './consent-form.ts';
import type { Document } from './markup.ts';
import type { Move } from './navigation.ts';
import type { Intent, OwnerDriver } from './owner-driver.ts';
import { findSignIn } from './sign-in-form.ts';

/**
 * Reads ordinary server-rendered pages as a person would: the form with a password field is the sign-in, the form
 * with a button that says yes or no is the consent. No configuration; a recipe of selectors where that fails.
 */
export function formDriver(owner: TargetOwner): OwnerDriver {
  return {
    begin: (intent) => {
      const answered = { signIns: 0, decisions: 0 };
      return { answer: (document) => Promise.resolve(answer(document, owner, intent, answered)) };
    },
  };
}

function answer(
  document: Document,
  owner: TargetOwner,
  intent: Intent,
  answered: { signIns: number; decisions: number },
): Move | null | { stuck: string } {
  const signIn = findSignIn(document, owner, intent);
  if (signIn !== null) {
    answered.signIns += 1;
    // Some servers ask for the name on one page and for the password on the next.
    if (answered.signIns > 2) return { stuck: `the sign-in page came back: ${shorten(document.text)}` };
    return signIn;
  }
  const decision = findDecision(document, owner, intent);
  if (decision === null) return null;
  answered.decisions += 1;
  return answered.decisions > 5
    ? { stuck: `the consent page came back: ${shorten(document.text)}` }
    : decision;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
