import type { Client } from './ports.ts';
import type { Reason } from './refusals.ts';
import type { Tolerances } from './tolerances.ts';

/** Scope token to its description in plain words. */
export type ScopeRegistry = Readonly<Record<string, string>>;

/** Scope tokens in the order given, each once. */
export function parseScope(scope: string): string[] {
  return [...new Set(scope.split(' ').filter((token) => token !== ''))];
}

export function formatScope(tokens: readonly string[]): string {
  return tokens.join(' ');
}

export function isWithin(scope: string, wider: string): boolean {
  const tokens = new Set(parseScope(wider));
  return parseScope(scope).every((token) => tokens.has(token));
}

/** What of a scope its client may still ask for, in the order of the first; empty where nothing is left. */
export function withinReach(scope: string, client_scope: string): string {
  const allowed = new Set(parseScope(client_scope));
  return formatScope(parseScope(scope).filter((token) => allowed.has(token)));
}

/** The requested scope of an authorization request (RFC 6749 §3.3), or the reason why it cannot be asked for. */
export function resolveRequestedScope(
  requested: string | undefined,
  client: Client,
  { scopes: registry, tolerances }: { scopes: ScopeRegistry; tolerances: Pick<Tolerances, 'default_scope'> },
): { tokens: string[] } | { reason: Reason } {
  if (requested === undefined) {
    const allowed = parseScope(client.scope);
    const tokens = parseScope(tolerances.default_scope).filter((token) => allowed.includes(token));
    return tokens.length === 0 ? { reason: 'scope_missing' } : { tokens };
  }
  const tokens = parseScope(requested);
  if (!tokens.every((token) => Object.hasOwn(registry, token))) return { reason: 'scope_unknown' };
  return isWithin(formatScope(tokens), client.scope) ? { tokens } : { reason: 'scope_not_allowed' };
}
