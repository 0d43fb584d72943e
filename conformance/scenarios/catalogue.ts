import type { Scenario } from '../model/scenario.ts';
import { errorResponse } from './rfc6749/4.1.2.1-error-response.ts';
import { accessTokenRequest } from './rfc6749/4.1.3-access-token-request.ts';
import { clientIdentifier } from './rfc6749/2.2-client-identifier.ts';
import { clientAuthentication } from './rfc6749/2.3-client-authentication.ts';
import { clientPassword } from './rfc6749/2.3.1-client-password.ts';
import { tokenEndpoint } from './rfc6749/3.2-token-endpoint.ts';
import { repeatedParameters } from './rfc6749/3.2-repeated-parameters.ts';
import { blankParameters } from './rfc6749/3.2-blank-parameters.ts';
import { tokenClientAuthentication } from './rfc6749/3.2.1-client-authentication.ts';
import { codeRedemption } from './rfc6749/4.1.2-code-redemption.ts';
import { authorizationCode } from './rfc6749/4.1.3-code.ts';
import { codeClientBinding } from './rfc6749/4.1.3-client-binding.ts';
import { exchangedRedirectUri } from './rfc6749/4.1.3-redirect-uri.ts';
import { accessTokenResponse } from './rfc6749/4.1.4-access-token-response.ts';

/** Every scenario, in the order of the documents and their sections. */
export const catalogue: readonly Scenario[] = [
  ...errorResponse,
  ...accessTokenRequest,
  ...clientIdentifier,
  ...clientAuthentication,
  ...clientPassword,
  ...tokenEndpoint,
  ...repeatedParameters,
  ...blankParameters,
  ...tokenClientAuthentication,
  ...codeRedemption,
  ...authorizationCode,
  ...codeClientBinding,
  ...exchangedRedirectUri,
  ...accessTokenResponse,
];
