import { scopes, type Toy } from './toy.ts';

/** RFC 6749 §3.3: tokens of printable ASCII without quotes and backslashes, one space between two. */
export function isWellFormedScope(text: string): boolean {
  return /^[!#-[\]-~]+( [!#-[\]-~]+)*$/.test(text);
}

/**
 * What is granted of what was asked for; null where the request is refused. Without a scope the owner is asked for the
 * first one alone.
 */
export function grantScope(toy: Toy, asked: string | undefined): readonly string[] | null {
  if (asked === undefined) {
    if (toy.varies('scope-compulsory')) return null;
    return [scopes[0]];
  }
  if (!isWellFormedScope(asked) && !toy.faulty('takes-malformed-scope')) return null;
  const separator = toy.faulty('reads-scope-by-commas') ? ',' : ' ';
  const tokens = [...new Set(asked.split(separator).filter((token) => token !== ''))];
  const known = tokens.map((token) => knownScope(toy, token));
  if (toy.faulty('grants-unknown-scope') || toy.faulty('takes-malformed-scope')) return tokens;
  const granted = known.filter((token) => token !== undefined);
  if (toy.varies('unknown-scope-dropped')) {
    return granted.length === 0 ? null : granted;
  }
  return granted.length < known.length ? null : granted;
}

function knownScope(toy: Toy, token: string): string | undefined {
  const ignoresCase = toy.faulty('ignores-case-of-scope');
  const isKnown = scopes.some((scope) => scope === (ignoresCase ? token.toLowerCase() : token));
  return isKnown ? token : undefined;
}
