const gram = 4;
const mask = 0xffff;

/**
 * Finds any of thousands of values in a text in one pass: a regular expression of as many alternatives takes longer
 * than the run that it reports.
 */
export class ValueFinder {
  /** Whether some value begins with four characters of this hash. */
  readonly #begins = new Uint8Array(mask + 1);
  readonly #buckets = new Map<string, string[]>();
  readonly #short: RegExp | null;

  /** `names`: each value with what is to stand in its place. Values below `gluedFrom` count as whole words only. */
  constructor(
    private readonly names: ReadonlyMap<string, string>,
    private readonly gluedFrom: number,
  ) {
    const values = [...names.keys()].sort((a, b) => b.length - a.length);
    for (const value of values.filter(({ length }) => length >= gram)) {
      const start = value.slice(0, gram);
      this.#begins[hashOf(start)] = 1;
      this.#buckets.set(start, [...(this.#buckets.get(start) ?? []), value]);
    }
    const short = values.filter(({ length }) => length > 0 && length < gram).map(literally);
    this.#short = short.length === 0 ? null : new RegExp(`(?<![\\w-])(?:${short.join('|')})(?![\\w-])`, 'g');
  }

  replaceIn(text: string): string {
    const long = this.#replaceLong(text);
    return this.#short === null ? long : long.replace(this.#short, (found) => this.names.get(found) ?? found);
  }

  #replaceLong(text: string): string {
    let hash = 0;
    let done = 0;
    let result = '';
    for (let end = 0; end < text.length; end += 1) {
      hash = ((hash << 4) ^ text.charCodeAt(end)) & mask;
      const at = end - gram + 1;
      if (at < done || this.#begins[hash] !== 1) continue;
      const value = this.#valueAt(text, at);
      if (value === undefined) continue;
      result += text.slice(done, at) + (this.names.get(value) ?? '');
      done = at + value.length;
      end = Math.max(end, done - 1);
    }
    return done === 0 ? text : result + text.slice(done);
  }

  #valueAt(text: string, at: number): string | undefined {
    return this.#buckets
      .get(text.slice(at, at + gram))
      ?.find((value) => text.startsWith(value, at) && this.#stands(text, at, value));
  }

  #stands(text: string, at: number, { length }: string): boolean {
    if (length >= this.gluedFrom) return true;
    const isWord = (character: string) => /[\w-]/.test(character);
    return !isWord(text.charAt(at - 1)) && !isWord(text.charAt(at + length));
  }
}

function hashOf(start: string): number {
  return [...Array(gram).keys()].reduce((hash, index) => ((hash << 4) ^ start.charCodeAt(index)) & mask, 0);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
