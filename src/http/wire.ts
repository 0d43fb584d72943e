import { Refusal } from '../oauth/refusal.ts';

/** Parameters as they came: the value, or all values of a name that came more than once. */
export type WireParameters = Record<string, string | string[]>;

/**
 * Parses a query or a form body: percent-encoded UTF-8 (RFC 6749 appendix B). A parameter without a value counts
 * as left out (RFC 6749 §3.1); a repeated one keeps all its values, so that the contract can refuse it. Text that
 * is not UTF-8, or that holds NUL, which no database stores, is malformed.
 */
export function parseParameters(text: string): WireParameters {
  const parameters: WireParameters = Object.create(null) as WireParameters;
  for (const pair of text.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 1 || equals === pair.length - 1) continue;
    const name = decode(pair.slice(0, equals));
    const value = decode(pair.slice(equals + 1));
    const earlier = parameters[name];
    parameters[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return parameters;
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return refuseNul(text);
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw malformed();
  }
  return refuseNul(decoded);
}

/** The text, unless it holds NUL. */
export function refuseNul(text: string): string {
  if (text.includes('\0')) throw malformed();
  return text;
}

/** Walks a parsed JSON body for NUL; in a list of its own, since a body may be nested deeper than the stack. */
export function refuseNulWithin(body: unknown): void {
  const left = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') refuseNul(value);
    else if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value)) left.push(member);
    }
  }
}

export function malformed(): Refusal {
  return new Refusal('request_malformed', { hint: 'It is not percent-encoded UTF-8 without NUL.' });
}
