/** Something wrong with what was written about the target, with the place where it can be mended. */
export interface Mistake {
  /** `target.yaml:12:3`, or the name of a variable or flag. */
  where: string;
  /** `clients.confidential.client_id`; empty for the file as a whole. */
  path: string;
  message: string;
}

/** The target cannot be tested as it is described; all that is wrong, at once. Never a verdict. */
export class TargetRefused extends Error {
  override name = 'TargetRefused';

  constructor(readonly mistakes: readonly Mistake[]) {
    const lines = [...mistakes].sort(inOrder).map(line);
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
