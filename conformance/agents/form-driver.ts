import type { TargetOwner } from '../target/target.ts';
import type { Button, Document, Field, Form } from './markup.ts';
import { submission, type Move } from './navigation.ts';
import type { Intent, OwnerDriver } from './owner-driver.ts';

const words = {
  approve: /\b(allow|approve|authori[sz]e|accept|grant|agree|confirm|continue|consent|permit|yes|ok)\b/i,
  deny: /\b(deny|cancel|reject|refuse|decline|disallow|disagree|abort|no|don't|do not)\b/i,
  elsewhere: /\b(log ?out|sign ?out|search|register|sign ?up|forgot|reset|switch account|back)\b/i,
} as const;

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
  const signIn = findSignIn(document, owner);
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

function findSignIn({ forms, root }: Document, owner: TargetOwner): Move | null {
  const { recipe, username, password } = owner;
  const chosen = (selector: string | undefined) =>
    selector === undefined ? null : root.querySelector(selector);
  for (const form of forms) {
    const isChosen = (element: unknown, field: Field) => element !== null && field.element === element;
    const secret =
      form.fields.find((f) => isChosen(chosen(recipe.password), f)) ??
      form.fields.find((f) => f.type === 'password');
    const name =
      form.fields.find((f) => isChosen(chosen(recipe.username), f)) ?? form.fields.find(isUserField);
    if (secret === undefined && !(name !== undefined && isNameOnly(form))) continue;
    const values: (readonly [string, string])[] = [];
    if (name !== undefined) values.push([name.name, username ?? '']);
    if (secret !== undefined) values.push([secret.name, password ?? '']);
    const button =
      form.buttons.find((b) => b.element === chosen(recipe.sign_in)) ??
      form.buttons.find((b) => !words.elsewhere.test(b.label) && !words.deny.test(b.label));
    return press(form, button, values);
  }
  return null;
}

function isUserField({ type, name, element }: Field): boolean {
  if (!['text', 'email', 'tel', ''].includes(type)) return false;
  const hints = [
    name,
    element.getAttribute('id'),
    element.getAttribute('autocomplete'),
    element.getAttribute('placeholder'),
  ];
  return (
    type === 'email' || hints.some((hint) => /user|login|email|account|name|identifier/i.test(hint ?? ''))
  );
}

/** A first page that asks for the user name alone. */
function isNameOnly(form: Form): boolean {
  return (
    form.fields.filter(({ type }) => type !== 'hidden').length === 1 &&
    /log ?in|sign ?in|next|continue/i.test(form.text)
  );
}

function findDecision({ forms, root }: Document, { recipe }: TargetOwner, intent: Intent): Move | null {
  const selector = recipe[intent];
  const wanted = selector === undefined ? null : root.querySelector(selector);
  for (const form of forms) {
    const button =
      form.buttons.find(({ element }) => wanted !== null && element === wanted) ??
      (selector === undefined ? form.buttons.find((candidate) => speaks(candidate, intent)) : undefined);
    if (button !== undefined) return press(form, button, intent === 'approve' ? ticks(form) : []);
  }
  return null;
}

/** Whether a button says yes, or no. The label has the word; name and value count where the label says neither. */
function speaks({ label, name, value }: Button, intent: Intent): boolean {
  if (words.elsewhere.test(label)) return false;
  const other = intent === 'approve' ? 'deny' : 'approve';
  if (words[intent].test(label)) return intent === 'deny' || !words.deny.test(label);
  return !words[other].test(label) && words[intent].test(`${name} ${value}`.replaceAll(/[_-]/g, ' '));
}

/** A box that has to be ticked before the form counts, and boxes of one choice of which none is taken. */
function ticks(form: Form): (readonly [string, string])[] {
  const boxes = form.fields.filter(({ type, name }) => type === 'checkbox' && name !== '');
  const required = boxes.filter(({ isRequired, isChecked }) => isRequired && !isChecked);
  const open = boxes.length === 1 && boxes[0]?.isChecked === false ? boxes : required;
  const kept = boxes.filter(({ isChecked, name }) => isChecked && open.some((box) => box.name === name));
  return [...kept, ...open].map(({ name, value }) => [name, value] as const);
}

function press(form: Form, button: Button | undefined, values: readonly (readonly [string, string])[]): Move {
  const pressed = button === undefined || button.name === '' ? [] : [[button.name, button.value] as const];
  return submission(form, [...values, ...pressed], button?.action ?? null);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
