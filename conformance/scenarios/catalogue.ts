import type { Scenario } from '../model/scenario.ts';
import { errorResponse } from './rfc6749/4.1.2.1-error-response.ts';
import { accessTokenRequest } from './rfc6749/4.1.3-access-token-request.ts';

/** Every scenario, in the order of the documents and their sections. */
export const catalogue: readonly Scenario[] = [...errorResponse, ...accessTokenRequest];
