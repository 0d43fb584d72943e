import type { Contract } from './contract.ts';
import { header } from './header.ts';

/** `generated/scopes.ts`: every scope token with its description, in the order of the contract. */
export function makeScopeRegistry(contract: Contract): string {
  const scopes = contract.components?.securitySchemes?.['oauth2']?.flows?.authorizationCode?.scopes;
  if (scopes === undefined) {
    throw new Error('the contract has no components.securitySchemes.oauth2.flows.authorizationCode.scopes');
  }
  return (
    header +
    `/** Scope token to the sentence that the consent page and the docs show. */\n` +
    `export const scopes = ${JSON.stringify(scopes, null, 2)} as const;\n\n` +
    `export type ScopeToken = keyof typeof scopes;\n`
  );
}
