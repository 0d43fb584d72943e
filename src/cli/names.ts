import { CommandFailure } from './terminal.ts';
import { printable } from './table.ts';

/** A name that people read: it has an end, and nothing in it plays tricks on a page or a terminal. */
export function requireName(what: string, name: string, longest: number): string {
  const length = [...name].length;
  if (length < 1 || length > longest) {
    throw new CommandFailure(`The ${what} has ${length} characters; it may have 1 to ${longest}.`, 2);
  }
  if (printable(name) !== name) {
    throw new CommandFailure(`The ${what} has control characters; it may have none.`, 2);
  }
  if (name.trim() !== name) {
    throw new CommandFailure(`The ${what} starts or ends with a space.`, 2);
  }
  return name;
}
