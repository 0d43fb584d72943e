import type { TargetOwner } from '../target/target.ts';
import { buttonWords, speaks } from './button-words.ts';
import type { Document, Field, Form, Link } from './markup.ts';
import { submission, type Move } from './navigation.ts';
import type { Intent } from './owner-driver.ts';

/** The move that approves or denies, where the page asks for that. */
export function findDecision(document: Document, { recipe }: TargetOwner, intent: Intent): Move | null {
  const { forms, root } = document;
  const selector = recipe[intent];
  const wanted = selector === undefined ? null : root.querySelector(selector);
  const ticked = recipe.check === undefined ? [] : root.querySelectorAll(recipe.check);
  for (const form of forms) {
    const button =
      selector === undefined
        ? form.buttons.find((candidate) => speaks(candidate, intent))
        : form.buttons.find(({ element }) => element === wanted);
    if (button === undefined) continue;
    return submission(form, intent === 'approve' ? ticks(form, ticked) : [], button);
  }
  const link = document.links.find(({ element, label }) =>
    selector === undefined ? isDecision(label, intent) : element === wanted,
  );
  return link === undefined ? null : follow(link);
}

/** A link counts where it says so in a few words and means nothing else: an error page may well say “continue”. */
function isDecision(label: string, intent: Intent): boolean {
  const words = label.trim();
  if (words.length === 0 || words.length > 30 || buttonWords.elsewhere.test(words)) return false;
  if (intent === 'approve') return buttonWords.permission.test(words) && !buttonWords.deny.test(words);
  return /\b(deny|cancel|reject|refuse|decline)\b/i.test(words);
}

function follow({ url }: Link): Move {
  return { url, method: 'GET', body: null };
}

/**
 * The boxes that have to be ticked before the form counts: those of the recipe, those required, and all of a choice of
 * which none is ticked, but never one that changes what happens next time.
 */
function ticks(form: Form, chosen: readonly unknown[]): (readonly [string, string])[] {
  const boxes = form.fields.filter(({ type, name }) => type === 'checkbox' && name !== '');
  const isOpen = ({ name }: Field) => !boxes.some((box) => box.name === name && box.isChecked);
  const isWanted = (box: Field) =>
    chosen.includes(box.element) || box.isRequired || (isOpen(box) && !remembers.test(nameOf(box)));
  const wanted = boxes.filter((box) => !box.isChecked && isWanted(box));
  const kept = boxes.filter(({ isChecked, name }) => isChecked && wanted.some((box) => box.name === name));
  return [...kept, ...wanted].map(({ name, value }) => [name, value] as const);
}

const remembers = /remember|trust|always|stay|keep|persist|newsletter|marketing|don.?t ask/i;

function nameOf({ name, element }: Field): string {
  const id = element.getAttribute('id');
  const label = element.closest('label')?.structuredText ?? '';
  const apart = id === undefined ? undefined : element.closest('form')?.querySelector(`label[for="${id}"]`);
  return `${name} ${label} ${apart?.structuredText ?? ''}`;
}
