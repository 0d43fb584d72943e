/** Something wrong with what was written about the target, with the place where it can be mended. */
export interface Mistake {
  /** `target.yaml:12:3`, or the name of a variable or flag. */
  where: string;
  /** `clients.confidential.client_id`; empty for the file as a whole. */
  path: string;
  message: string;
}

/** More than anybody would mend before asking again. */
const shown = 20;

/** The target cannot be tested as it is described; all that is wrong, at once. Never a verdict. */
export class TargetRefused extends Error {
  override name = 'TargetRefused';

  constructor(readonly mistakes: readonly Mistake[]) {
    const all = [...mistakes].sort(inOrder).map(line);
    const more = all.length - shown;
    const lines = more > 0 ? [...all.slice(0, shown), `and ${more} more`] : all;
    super(lines.length === 1 ? lines[0] : ['the target is described wrongly:', ...lines].join('\n  '));
  }
}

/** By line, so that a file can be mended from top to bottom. */
function inOrder(a: Mistake, b: Mistake): number {
  return a.where.localeCompare(b.where, 'en', { numeric: true });
}

function line({ where, path, message }: Mistake): string {
  return [where, path, message].filter((part) => part !== '').join(': ');
}
