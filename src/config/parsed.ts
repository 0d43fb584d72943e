/** What reading one setting gives: its value, or a sentence that says what was expected instead. */
export type Parsed<T> = { value: T } | { expected: string };

/** A whole number within bounds, written in decimal digits only. */
export function wholeNumber(min: number, max: number): (text: string) => Parsed<number> {
  return (text) => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return number >= min && number <= max
      ? { value: number }
      : { expected: `a whole number from ${min} to ${max}` };
  };
}

/** One word of a closed list. */
export function oneOf<T extends string>(words: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    return word === undefined ? { expected: `one of ${words.join(', ')}` } : { value: word };
  };
}
