import type { Fault } from './faults/fault.ts';
import { authorizationRequests } from './faults/authorization-requests.ts';
import { authorizationResponses } from './faults/authorization-responses.ts';
import { bearerTokens } from './faults/bearer-tokens.ts';
import { clientAuthentication } from './faults/client-authentication.ts';
import { codes } from './faults/codes.ts';
import { pkce } from './faults/pkce.ts';
import { redirectUris } from './faults/redirect-uris.ts';
import { refresh } from './faults/refresh.ts';
import { registration } from './faults/registration.ts';
import { scope } from './faults/scope.ts';
import { spellings } from './faults/spellings.ts';
import { state } from './faults/state.ts';
import { tls } from './faults/tls.ts';
import { tokenErrors } from './faults/token-errors.ts';
import { tokenRequests } from './faults/token-requests.ts';
import { tokenResponses } from './faults/token-responses.ts';

export type { Fault };

/**
 * Every fault that the toy can have, and what the suite makes of it. Every fault was gone through by hand, with
 * each scenario that it turns and the words of its finding: what turned for another reason than the one of the fault was
 * a defect of a scenario or of the toy, and was mended. The proof holds the lists to that (`fault-proof.ts`).
 */
export const faults = {
  ...authorizationRequests,
  ...redirectUris,
  ...state,
  ...authorizationResponses,
  ...scope,
  ...tokenRequests,
  ...clientAuthentication,
  ...codes,
  ...tokenResponses,
  ...tokenErrors,
  ...refresh,
  ...pkce,
  ...bearerTokens,
  ...registration,
  ...tls,
  ...spellings,
};

export type FaultName = keyof typeof faults;
