import type { Scenario } from '../model/scenario.ts';
import { httpRedirections } from './rfc6749/1.7-http-redirections.ts';
import { letterCaseAtAuthorization } from './rfc6749/1.9-notational-conventions.ts';
import { authorizationEndpoint } from './rfc6749/3.1-authorization-endpoint.ts';
import { emptyParameters } from './rfc6749/3.1-empty-parameters.ts';
import { repeatedParameters } from './rfc6749/3.1-repeated-parameters.ts';
import { responseType } from './rfc6749/3.1.1-response-type.ts';
import { redirectionEndpoint } from './rfc6749/3.1.2-redirection-endpoint.ts';
import { redirectRegistration } from './rfc6749/3.1.2.2-registration-requirements.ts';
import { dynamicConfiguration } from './rfc6749/3.1.2.3-dynamic-configuration.ts';
import { redirectUriMutations } from './rfc6749/3.1.2.3-redirect-uri-mutations.ts';
import { invalidEndpoint } from './rfc6749/3.1.2.4-invalid-endpoint.ts';
import { errorResponse } from './rfc6749/4.1.2.1-error-response.ts';

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
  ...dynamicConfiguration,
  ...redirectUriMutations,
  ...invalidEndpoint,
  ...errorResponse,
];
