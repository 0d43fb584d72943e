import type { Scenario } from '../model/scenario.ts';
import { httpRedirections } from './rfc6749/1.7-http-redirections.ts';
import { letterCaseAtAuthorization } from './rfc6749/1.9-notational-conventions.ts';
import { authorizationEndpoint } from './rfc6749/3.1-authorization-endpoint.ts';
import { emptyParameters } from './rfc6749/3.1-empty-parameters.ts';
import { repeatedParameters } from './rfc6749/3.1-repeated-parameters.ts';
import { responseType } from './rfc6749/3.1.1-response-type.ts';
import { redirectionEndpoint } from './rfc6749/3.1.2-redirection-endpoint.ts';
import { redirectRegistration } from './rfc6749/3.1.2.2-registration-requirements.ts';
import { registeringRedirectUris } from './rfc6749/3.1.2.2-registering-redirect-uris.ts';
import { dynamicConfiguration } from './rfc6749/3.1.2.3-dynamic-configuration.ts';
import { redirectUriMutations } from './rfc6749/3.1.2.3-redirect-uri-mutations.ts';
import { invalidEndpoint } from './rfc6749/3.1.2.4-invalid-endpoint.ts';
import { accessTokenScope } from './rfc6749/3.3-access-token-scope.ts';
import { authorizationRequest } from './rfc6749/4.1.1-authorization-request.ts';
import { authorizationResponse } from './rfc6749/4.1.2-authorization-response.ts';
import { besideTheCode } from './rfc6749/4.1.2-beside-the-code.ts';
import { stateOfResponse } from './rfc6749/4.1.2-state.ts';
import { errorCharacters } from './rfc6749/4.1.2.1-error-characters.ts';
import { errorResponse } from './rfc6749/4.1.2.1-error-response.ts';
import { stateOfErrorResponse } from './rfc6749/4.1.2.1-state.ts';
import { authorizationSecurity } from './rfc6749/10-authorization-security.ts';
import { issuedCredentials } from './rfc6749/a-issued-credentials.ts';
import { codeChallenge } from './rfc7636/4.2-code-challenge.ts';
import { pkceAuthorizationRequest } from './rfc7636/4.3-authorization-request.ts';
import { codeAndChallenge } from './rfc7636/4.4-code-and-challenge.ts';

/** What can be seen at the authorization endpoint, in the order of the documents and their sections. */
export const authorizationRequests: readonly Scenario[] = [
  ...httpRedirections,
  ...letterCaseAtAuthorization,
  ...authorizationEndpoint,
  ...emptyParameters,
  ...repeatedParameters,
  ...responseType,
  ...redirectionEndpoint,
  ...redirectRegistration,
  ...registeringRedirectUris,
  ...dynamicConfiguration,
  ...redirectUriMutations,
  ...invalidEndpoint,
  ...accessTokenScope,
  ...authorizationRequest,
  ...authorizationResponse,
  ...besideTheCode,
  ...stateOfResponse,
  ...errorResponse,
  ...errorCharacters,
  ...stateOfErrorResponse,
  ...authorizationSecurity,
  ...issuedCredentials,
  ...codeChallenge,
  ...pkceAuthorizationRequest,
  ...codeAndChallenge,
];
