import { deliversCode, redirectsError, staysOnPage } from '../../expect/authorization.ts';
import { eitherOf } from '../../expect/combine.ts';
import { answersOnce, deliversNothing, leavesOut } from '../../expect/authorization-answer.ts';
import { add, both, byPost, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §3.1: who may get something here, by which method, and what becomes of parameters that nobody knows. Empty
 * and repeated ones have files of their own.
 */
export const authorizationEndpoint: readonly Scenario[] = [
  {
    id: 'rfc6749/3.1/nothing-before-sign-in',
    title: 'delivers nothing to a browser in which nobody signs in',
    requires: ['RFC6749-3.1-a'],
    needs: ['confidential_client', 'sign_in'],
    act: async (stage) => {
      stage.expect(await stage.authorize({ browser: 'fresh', owner: 'absent' }), deliversNothing);
    },
  },
  {
    id: 'rfc6749/3.1/nothing-before-sign-in-public',
    title: 'delivers nothing of a public client to a browser in which nobody signs in',
    requires: ['RFC6749-3.1-a'],
    needs: ['public_client', 'sign_in'],
    act: async (stage) => {
      const outcome = await stage.authorize({ client: 'public', browser: 'fresh', owner: 'absent' });
      stage.expect(outcome, deliversNothing);
    },
  },
  {
    id: 'rfc6749/3.1/code-after-sign-in',
    title: 'delivers a code to a new browser once the owner has signed in',
    requires: ['RFC6749-3.1-a', 'RFC6749-3.1-e'],
    needs: ['sign_in'],
    from: 'authorization request',
    browser: 'fresh',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/3.1/endpoint-without-fragment',
    title: 'has an authorization endpoint without a fragment',
    requires: ['RFC6749-3.1-c'],
    act: (stage) => {
      const has = stage.target.authorization_endpoint.includes('#');
      stage.found('an authorization endpoint without `#`', has ? 'one with a fragment' : null);
      return Promise.resolve();
    },
  },
  {
    id: 'rfc6749/3.1/get',
    title: 'takes an authorization request by GET',
    requires: ['RFC6749-3.1-e'],
    from: 'authorization request',
    change: null,
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/3.1/post',
    title: 'takes an authorization request by POST where it says so',
    requires: ['RFC6749-3.1-f'],
    needs: ['post_authorization'],
    from: 'authorization request',
    change: byPost(),
    expect: [deliversCode],
  },
  {
    id: 'rfc6749/3.1/post-redirect-uri-other',
    title: 'keeps the browser on a page when a request by POST names another redirect URI',
    requires: ['RFC6749-3.1-f', 'RFC6749-3.1.2.4-b'],
    needs: ['confidential_client', 'post_authorization'],
    act: async (stage) => {
      const another = set('redirect_uri', 'https://attacker.example/callback');
      stage.expect(await stage.authorize({ change: both(byPost(), another) }), staysOnPage);
    },
  },
  {
    id: 'rfc6749/3.1/post-response-type-unknown',
    title: 'answers a request by POST with an unknown response type at the redirect URI',
    requires: ['RFC6749-3.1-f', 'RFC6749-3.1.1-c'],
    needs: ['confidential_client', 'post_authorization'],
    act: async (stage) => {
      const unknown = set('response_type', 'x_conformance_unknown');
      const expectation = redirectsError(['unsupported_response_type', 'invalid_request']);
      stage.expect(await stage.authorize({ change: both(byPost(), unknown) }), expectation);
    },
  },
  {
    id: 'rfc6749/3.1/unknown-parameter',
    title: 'ignores a parameter that it does not know',
    requires: ['RFC6749-3.1-h'],
    from: 'authorization request',
    change: add('x_conformance_probe', '1'),
    expect: [deliversCode, leavesOut('x_conformance_probe')],
  },
  {
    id: 'rfc6749/3.1/unknown-parameter-brackets',
    title: 'ignores a parameter that it does not know with brackets in its name',
    requires: ['RFC6749-3.1-h'],
    from: 'authorization request',
    change: add('x_conformance[probe][]', 'a'),
    expect: [deliversCode, leavesOut('x_conformance[probe][]', 'x_conformance')],
  },
  {
    id: 'rfc6749/3.1/unknown-parameter-empty',
    title: 'ignores a parameter that it does not know without a value',
    requires: ['RFC6749-3.1-h', 'RFC6749-3.1-g'],
    from: 'authorization request',
    change: add('x_conformance_probe', ''),
    expect: [deliversCode, leavesOut('x_conformance_probe')],
  },
  {
    id: 'rfc6749/3.1/unknown-parameter-prototype',
    title: 'ignores a parameter named like a member of every object',
    requires: ['RFC6749-3.1-h'],
    from: 'authorization request',
    change: add('__proto__', 'conformance'),
    expect: [deliversCode, leavesOut('__proto__')],
  },
  {
    id: 'rfc6749/3.1/unknown-parameter-on-error',
    title: 'leaves a parameter that it does not know out of an error response',
    requires: ['RFC6749-3.1-h'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const unknown = set('response_type', 'x_conformance_unknown');
      const outcome = await stage.authorize({ change: both(unknown, add('x_conformance_probe', '1')) });
      stage.expect(
        outcome,
        eitherOf(redirectsError(['unsupported_response_type', 'invalid_request']), staysOnPage),
      );
      stage.expect(outcome, leavesOut('x_conformance_probe'));
    },
  },
  {
    id: 'rfc6749/3.1/answer-once',
    title: 'gives each parameter of a success once',
    requires: ['RFC6749-3.1-j'],
    from: 'authorization request',
    change: null,
    expect: [answersOnce],
  },
  {
    id: 'rfc6749/3.1/error-once',
    title: 'gives each parameter of an error once',
    requires: ['RFC6749-3.1-j'],
    from: 'authorization request, denied',
    change: null,
    expect: [answersOnce],
  },
];
