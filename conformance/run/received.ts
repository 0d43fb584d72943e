import type { Attempt } from '../agents/client.ts';
import { answerOf } from '../expect/authorization.ts';
import type { ClientRole } from '../model/client-role.ts';
import { sentBy, valueOf, valuesOf } from '../model/exchange.ts';
import type { AuthorizationOutcome } from '../model/outcome.ts';
import type { Code } from '../model/stage.ts';

/** The code that came with an answer, and what it was issued for; null where none came. */
export function codeOf(
  { landing, request, redirect_uri }: AuthorizationOutcome,
  attempt: Attempt,
  client: ClientRole,
): Code | null {
  const code = valueOf(answerOf(landing), 'code');
  if (code === undefined || code === '') return null;
  const challenged = valuesOf(sentBy(request), 'code_challenge').some((value) => value !== '');
  return { code, redirect_uri, code_verifier: challenged ? attempt.code_verifier : null, client };
}

/** Undefined where it is no JSON. */
export function parseJson(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
