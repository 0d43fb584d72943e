/** What may be asked for at the servers whose host decides that; the protected resource asks for `profile`. */
export const scopes: readonly string[] = ['profile', 'events'];
