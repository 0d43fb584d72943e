import type { TargetOwner } from '../target/target.ts';
import { buttonWords, speaks } from './button-words.ts';
import type { Button, Document, Field, Form } from './markup.ts';
import { submission, type Move } from './navigation.ts';
import type { Intent } from './owner-driver.ts';

/** The move that signs in, where the page asks for that: name and password, or the name alone. */
export function findSignIn(document: Document, owner: TargetOwner, intent: Intent): Move | null {
  const recipe = chosenBy(document, owner);
  const forms = document.forms
    .map((form) => ({ form, fields: fieldsOf(form, recipe) }))
    .filter(
      ({ form, fields }) => fields.secret !== undefined || (fields.name !== undefined && isNameOnly(form)),
    );
  // A page may also offer to register, or to change the password: with the password twice, and other buttons.
  const [best] = forms.sort((a, b) => strangeness(a.form) - strangeness(b.form));
  if (best === undefined) return null;
  const { name, secret } = best.fields;
  const values: (readonly [string, string])[] = [];
  if (name !== undefined) values.push([name.name, owner.username ?? '']);
  if (secret !== undefined) values.push([secret.name, owner.password ?? '']);
  return submission(best.form, values, signInButton(best.form, recipe, intent));
}

interface Chosen {
  username: unknown;
  password: unknown;
  sign_in: unknown;
}

function chosenBy({ root }: Document, { recipe }: TargetOwner): Chosen {
  const chosen = (selector: string | undefined) =>
    selector === undefined ? null : root.querySelector(selector);
  return {
    username: chosen(recipe.username),
    password: chosen(recipe.password),
    sign_in: chosen(recipe.sign_in),
  };
}

function fieldsOf({ fields }: Form, recipe: Chosen): { name: Field | undefined; secret: Field | undefined } {
  const secret =
    fields.find(({ element }) => element === recipe.password) ??
    fields.find(({ type }) => type === 'password');
  const name =
    fields.find(({ element }) => element === recipe.username) ??
    fields.find(isUserField) ??
    // Whatever it is called: a person writes the name into the line above the password.
    (secret === undefined ? undefined : fields.slice(0, fields.indexOf(secret)).findLast(isText));
  return { name, secret };
}

/** On a page that asks for password and consent at once, the button is the decision. */
function signInButton({ buttons }: Form, recipe: Chosen, intent: Intent): Button | null {
  const chosen = buttons.find(({ element }) => element === recipe.sign_in);
  const isConsentToo = buttons.some(({ label }) => buttonWords.permission.test(label));
  const decision = isConsentToo ? buttons.find((button) => speaks(button, intent)) : undefined;
  const usual = buttons.find(
    ({ label }) => !buttonWords.elsewhere.test(label) && !buttonWords.deny.test(label),
  );
  return chosen ?? decision ?? usual ?? null;
}

function strangeness({ fields, buttons }: Form): number {
  const passwords = fields.filter(({ type }) => type === 'password').length;
  const leadsElsewhere =
    buttons.length > 0 && buttons.every(({ label }) => buttonWords.elsewhere.test(label));
  return (passwords === 1 ? 0 : passwords + 1) + (leadsElsewhere ? 10 : 0);
}

function isText({ type }: Field): boolean {
  return ['text', 'email', 'tel', ''].includes(type);
}

function isUserField(field: Field): boolean {
  const { type, name, element } = field;
  if (!isText(field)) return false;
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
function isNameOnly({ fields, buttons, text }: Form): boolean {
  const words = [text, ...buttons.map(({ label }) => label)].join(' ');
  return (
    fields.filter(({ type }) => type !== 'hidden').length === 1 &&
    /log ?in|sign ?in|next|continue/i.test(words)
  );
}
