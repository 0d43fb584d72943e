import type { Client } from './ports.ts';
import type { Reason } from './refusals.ts';

/** Scope token to its description in plain words. */
export type ScopeRegistry = Readonly<Record<string, string>>;

/** What an authorization request without `scope` asks for, RFC 6749 §3.3. */
export const defaultScope = 'profile';

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

/** The requested scope of an authorization request, or the reason why it cannot be asked for. */
export function resolveRequestedScope(
  requested: string | undefined,
  client: Client,
  registry: ScopeRegistry,
): { tokens: string[] } | { reason: Reason } {
  const tokens = parseScope(requested ?? defaultScope);
  if (!tokens.every((token) => Object.hasOwn(registry, token))) return { reason: 'scope_unknown' };
  if (isWithin(formatScope(tokens), client.scope)) return { tokens };
  return { reason: requested === undefined ? 'scope_missing' : 'scope_not_allowed' };
}
