// Made from openapi.yaml by `npm run generate`. Edit the contract, never this file.

/** Scope token to the sentence that the consent page and the docs show. */
export const scopes = {
  "profile": "See your user name and your name",
  "event:read": "See your events",
  "event:write": "Add, change and delete your events",
  "tokens:read": "See which applications you have allowed",
  "tokens:revoke": "Take back what you have allowed other applications",
  "applications:read": "See the applications that you manage",
  "applications:write": "Register, change and delete the applications that you manage"
} as const;

export type ScopeToken = keyof typeof scopes;
