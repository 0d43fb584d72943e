import { isLoopback } from './loopback.ts';
import type { Parsed } from './parsed.ts';

const SHAPE = 'an origin, that is scheme, host and possibly port, and nothing after them';

/**
 * The issuer identifier, RFC 8414 §2: an https origin here, so that every endpoint is found from it by one rule.
 * Clients compare it to the letter, so it is kept in the one form that URL parsing gives; one slash at the
 * end is taken off.
 */
export function parseIssuer(text: string): Parsed<string> {
  const problem = issuerProblem(text);
  return problem === null ? { value: new URL(text).origin } : { expected: problem };
}

function issuerProblem(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return `${SHAPE}, starting with https://`;
  const rest = text.replace(/^https?:\/\//i, '');
  if (rest.includes('#')) return `${SHAPE}; this one has a fragment`;
  if (rest.includes('?')) return `${SHAPE}; this one has a query`;
  if (rest.includes('@')) return `${SHAPE}; this one has a user name or password`;
  if (!/^[^/\\\s]+\/?$/.test(rest)) return `${SHAPE}; this one has a path`;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    return 'an origin that starts with https://, since codes and tokens travel there; plain http is for loopback hosts only';
  }
  return null;
}
