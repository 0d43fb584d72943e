import { mayBeSpelled, readings, runs, spellingsOf, unescaped } from './spellings.ts';
import { ValueFinder } from './value-finder.ts';
import { isWordOfTheProtocol, type SecretKind } from './secret-names.ts';

/** A value that must not stand in a report, and what it is. */
export interface Secret {
  kind: SecretKind;
  value: string;
}

/** Shorter values count only where nothing else is glued to them: `pw1` may also be a part of a word. */
const gluedFrom = 8;
const shortest = 4;
/** So much of a value is recognised at the end of a text that was cut off. */
const beginning = 6;

/** The last run of characters of a text, with the sign that something was cut off. */
const cutTail = /(?<![^\s<>"'=&?#…])([^\s<>"'=&?#…]{6,})(…?)$/;

/**
 * The values to be taken out, each with its placeholder: the same value has the same one throughout a report. A value
 * is found in any spelling: percent-encoded once or twice, over-encoded, escaped for HTML or JSON, in base64. A secret
 * that is a word of the protocol (the password `password`) is taken out of its own places only, since it would make
 * the report unreadable and says nothing in a sentence.
 */
export class Placeholders {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<SecretKind, number>();
  /** Configured secrets are taken out however short they are. */
  readonly #configured = new Set<string>();
  readonly #plain = new Set<string>();
  #index: ValueFinder | null = null;
  readonly #beginnings = new Map<string, string[]>();
  readonly #runs = new Map<string, string>();

  constructor(configured: readonly Secret[] = []) {
    for (const { kind, value } of configured) {
      this.of(kind, value);
      this.#configured.add(value);
    }
  }

  /** The placeholder of a value, which is known from now on. Nothing stands for nothing. */
  of(kind: SecretKind, value: string): string {
    if (value === '') return '';
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    const name = `<${kind} ${number}>`;
    this.#counts.set(kind, number);
    this.#names.set(value, name);
    const plain = unescaped(value);
    if (!this.#names.has(plain)) this.#names.set(plain, name);
    if (isTooPlain(kind, value)) this.#plain.add(value).add(plain);
    this.#index = null;
    return name;
  }

  /** The text with every known value replaced, in whatever spelling it stands there. */
  replaceIn(text: string): string {
    if (text.length < 2 || this.#names.size === 0) return text;
    this.#compile();
    const plain = this.#replacePlain(text);
    return this.#replaceCutOff(plain.replace(runs, (run) => this.#replaceRun(run)));
  }

  #replacePlain(text: string): string {
    return this.#index?.replaceIn(text) ?? text;
  }

  /** A run of characters that says something else once decoded. */
  #replaceRun(run: string): string {
    if (!mayBeSpelled(run)) return run;
    let replaced = this.#runs.get(run);
    if (replaced === undefined) {
      replaced = this.#readRun(run);
      this.#runs.set(run, replaced);
    }
    return replaced;
  }

  #readRun(run: string, depth = 0): string {
    for (const reading of readings(run)) {
      const replaced = this.#replacePlain(reading);
      if (replaced === reading) continue;
      // One spelling may stand beside another one, so what is left is read again.
      if (!/^[\x20-\x7e]*$/.test(replaced)) return '<encoded secret>';
      return depth > 3 ? replaced : replaced.replace(runs, (rest) => this.#readRun(rest, depth + 1));
    }
    return run;
  }

  /** A text that was cut off within a value still ends with the beginning of it. */
  #replaceCutOff(text: string): string {
    const tail = /[^\s<>"'=&?#…](…?)$/.test(text.slice(-2)) ? cutTail.exec(text.slice(-600)) : null;
    if (tail === null) return text;
    const [whole, end = '', ellipsis = ''] = tail;
    for (let at = 0; at + beginning <= end.length; at += 1) {
      const rest = end.slice(at);
      const value = this.#beginnings.get(rest.slice(0, beginning))?.find((known) => known.startsWith(rest));
      if (value !== undefined) {
        return `${text.slice(0, text.length - whole.length + at)}${this.#names.get(value) ?? ''}${ellipsis}`;
      }
    }
    return text;
  }

  #compile(): void {
    if (this.#index !== null) return;
    const known = [...this.#names.keys()]
      .filter((value) => !isWordOfTheProtocol(value))
      .filter(
        (value) => this.#configured.has(value) || (value.length >= shortest && !this.#plain.has(value)),
      );
    const spellings = new Map<string, string>();
    for (const value of known) {
      for (const spelling of spellingsOf(value)) spellings.set(spelling, this.#names.get(value) ?? '');
    }
    this.#index = new ValueFinder(spellings, gluedFrom);
    this.#runs.clear();
    this.#beginnings.clear();
    for (const value of known.filter(({ length }) => length >= 2 * gluedFrom)) {
      const start = value.slice(0, beginning);
      this.#beginnings.set(start, [...(this.#beginnings.get(start) ?? []), value]);
    }
  }
}

/** A cookie `theme=dark` is taken out of its header and not out of every sentence. */
function isTooPlain(kind: SecretKind, value: string): boolean {
  if (kind !== 'cookie' && kind !== 'one-time value') return false;
  return value.length < gluedFrom || (value.length < 2 * gluedFrom && !/\d/.test(value));
}
