import { redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { rename, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §1.9 at the authorization endpoint: names and values are told apart by letter case. */
export const letterCaseAtAuthorization: readonly Scenario[] = [
  {
    id: 'rfc6749/1.9/response-type-in-capitals',
    title: 'takes the response type CODE for another one than code',
    requires: ['RFC6749-1.9-a', 'RFC6749-3.1.1-c'],
    from: 'authorization request',
    change: set('response_type', 'CODE'),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request'])],
  },
  {
    id: 'rfc6749/1.9/parameter-name-in-capitals',
    title: 'takes the parameter Response_Type for another one than response_type',
    requires: ['RFC6749-1.9-a', 'RFC6749-3.1.1-b'],
    from: 'authorization request',
    change: rename('response_type', 'Response_Type'),
    expect: [redirectsError(['invalid_request', 'unsupported_response_type'])],
  },
  {
    id: 'rfc6749/1.9/client-id-name-in-capitals',
    title: 'takes the parameter Client_Id for another one than client_id',
    requires: ['RFC6749-1.9-a', 'RFC6749-4.1.2.1-c'],
    from: 'authorization request',
    change: rename('client_id', 'Client_Id'),
    expect: [staysOnPage],
  },
];
