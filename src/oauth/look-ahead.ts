import type { Grants } from './ports.ts';
import { parseCode, parseRefreshToken } from './token-format.ts';

/** The parameters that name a grant, RFC 6749 §4.1.3 and §6. */
interface Naming {
  code?: string | undefined;
  refresh_token?: string | undefined;
}

/**
 * Grants, one of which is looked up already: that of the code or refresh token in the request, while its client is being
 * authenticated. What is found so is as old as that, at most; the conditional write decides, as ever. A second look is a new one.
 */
export function lookAhead(grants: Grants, { code, refresh_token }: Naming): Grants {
  const id = parseCode(code ?? '') ?? parseRefreshToken(refresh_token ?? '')?.grant_id;
  if (id === undefined) return grants;
  let begun: ReturnType<Grants['find']> | null = grants.find(id);
  // Where the client is refused, nobody asks what became of it.
  begun.catch(() => undefined);
  return {
    ...grants,
    find(wanted) {
      if (begun === null || wanted !== id) return grants.find(wanted);
      const found = begun;
      begun = null;
      return found;
    },
  };
}
