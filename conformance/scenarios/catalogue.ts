import type { Scenario } from '../model/scenario.ts';
import { authorizationRequests } from './authorization-requests.ts';
import { accessTokenRequest } from './rfc6749/4.1.3-access-token-request.ts';
import { clientIdentifier } from './rfc6749/2.2-client-identifier.ts';
import { clientAuthentication } from './rfc6749/2.3-client-authentication.ts';
import { clientPassword } from './rfc6749/2.3.1-client-password.ts';
import { tokenEndpoint } from './rfc6749/3.2-token-endpoint.ts';
import { repeatedTokenParameters } from './rfc6749/3.2-repeated-parameters.ts';
import { blankTokenParameters } from './rfc6749/3.2-blank-parameters.ts';
import { tokenClientAuthentication } from './rfc6749/3.2.1-client-authentication.ts';
import { bearerTokenAsCredential } from './rfc6749/3.2.1-bearer-token.ts';
import { codeRedemption } from './rfc6749/4.1.2-code-redemption.ts';
import { otherSpellings } from './rfc6749/4.1.3-other-spellings.ts';
import { presentedCode } from './rfc6749/4.1.3-code.ts';
import { codeClientBinding } from './rfc6749/4.1.3-client-binding.ts';
import { exchangedRedirectUri } from './rfc6749/4.1.3-redirect-uri.ts';
import { accessTokenResponse } from './rfc6749/4.1.4-access-token-response.ts';
import { successfulResponse } from './rfc6749/5.1-successful-response.ts';
import { grantedScope } from './rfc6749/5.1-granted-scope.ts';
import { tokenErrorResponse } from './rfc6749/5.2-error-response.ts';
import { refreshing } from './rfc6749/6-refreshing-an-access-token.ts';
import { refreshClientBinding } from './rfc6749/6-refresh-client-binding.ts';
import { refreshScope } from './rfc6749/6-refresh-scope.ts';
import { accessingResources } from './rfc6749/7-accessing-protected-resources.ts';
import { extensibility } from './rfc6749/8-extensibility.ts';
import { failedAuthentication } from './rfc6749/10.5-failed-authentication.ts';
import { credentialsGuessing } from './rfc6749/10.10-credentials-guessing.ts';
import { tokenFormEncoding } from './rfc6749/b-form-encoding.ts';
import { codeVerifier } from './rfc7636/4.1-code-verifier.ts';
import { verifierInExchange } from './rfc7636/4.5-access-token-request.ts';
import { verification } from './rfc7636/4.6-verification.ts';
import { authenticatedRequests } from './rfc6750/2-authenticated-requests.ts';
import { discouragedWays } from './rfc6750/2-discouraged-ways.ts';
import { bearerChallenge } from './rfc6750/3-www-authenticate.ts';
import { resourceErrorCodes } from './rfc6750/3.1-error-codes.ts';
import { tokenRecommendations } from './rfc6750/5.3-recommendations.ts';
import { threatMitigation } from './rfc6750/5.2-threat-mitigation.ts';

/** Every scenario, in the order of the documents and their sections. */
export const catalogue: readonly Scenario[] = [
  ...authorizationRequests,
  ...accessTokenRequest,
  ...clientIdentifier,
  ...clientAuthentication,
  ...clientPassword,
  ...tokenEndpoint,
  ...repeatedTokenParameters,
  ...blankTokenParameters,
  ...tokenClientAuthentication,
  ...bearerTokenAsCredential,
  ...codeRedemption,
  ...otherSpellings,
  ...presentedCode,
  ...codeClientBinding,
  ...exchangedRedirectUri,
  ...accessTokenResponse,
  ...successfulResponse,
  ...grantedScope,
  ...tokenErrorResponse,
  ...refreshing,
  ...refreshClientBinding,
  ...refreshScope,
  ...accessingResources,
  ...extensibility,
  ...failedAuthentication,
  ...credentialsGuessing,
  ...tokenFormEncoding,
  ...codeVerifier,
  ...verifierInExchange,
  ...verification,
  ...authenticatedRequests,
  ...discouragedWays,
  ...bearerChallenge,
  ...resourceErrorCodes,
  ...tokenRecommendations,
  ...threatMitigation,
];
