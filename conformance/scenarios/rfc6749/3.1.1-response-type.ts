import { deliversCode, redirectsError } from '../../expect/authorization.ts';
import { isSameAnswer, kindOf } from '../../expect/authorization-answer.ts';
import { omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §3.1.1: a missing response type and one that is not understood are reported to the client. The section does
 * not say by which code, so both that fit are accepted (A06).
 */
export const responseType: readonly Scenario[] = [
  {
    id: 'rfc6749/3.1.1/code',
    title: 'understands the response type code',
    requires: ['RFC6749-3.1.1-a'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/3.1.1/missing',
    title: 'answers invalid_request at the redirect URI when response_type is missing',
    requires: ['RFC6749-3.1.1-b', 'RFC6749-4.1.1-a', 'RFC6749-4.1.2.1-g'],
    from: 'authorization request',
    change: omit('response_type'),
    expect: [redirectsError(['invalid_request', 'unsupported_response_type'])],
  },
  {
    id: 'rfc6749/3.1.1/unknown-composite',
    title: 'refuses a response type that consists of code and an unknown one',
    requires: ['RFC6749-3.1.1-a', 'RFC6749-3.1.1-c'],
    from: 'authorization request',
    change: set('response_type', 'code x_conformance_unknown'),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request'])],
  },
  {
    id: 'rfc6749/3.1.1/comma',
    title: 'issues no code for a response type that is no list of names',
    requires: ['RFC6749-3.1.1-a'],
    from: 'authorization request',
    change: set('response_type', 'code,token'),
    expect: [redirectsError(['unsupported_response_type', 'invalid_request'])],
  },
  {
    id: 'rfc6749/3.1.1/order-of-composite',
    title: 'answers a composite response type in the same way in either order',
    requires: ['RFC6749-3.1.1-d', 'RFC6749-8.4-b'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const one = await stage.authorize({ change: set('response_type', 'code token') });
      const other = await stage.authorize({ change: set('response_type', 'token code') });
      stage.found(
        `the answer to \`code token\`: ${kindOf(one)}`,
        isSameAnswer(one, other) ? null : kindOf(other),
      );
    },
  },
];
