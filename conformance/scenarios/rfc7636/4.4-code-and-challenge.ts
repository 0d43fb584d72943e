import { deliversCode, redirectsError } from '../../expect/authorization.ts';
import { eitherOf, preferably } from '../../expect/combine.ts';
import { explainsItself } from '../../expect/authorization-answer.ts';
import { omit, set } from '../../model/change.ts';
import { valueOf } from '../../model/exchange.ts';
import { Inapplicable } from '../../model/inapplicable.ts';
import type { Scenario } from '../../model/scenario.ts';

const unsupported: readonly (readonly [slug: string, method: string])[] = [
  ['unknown', 'x_conformance'],
  ['s512', 'S512'],
  ['lower-case', 's256'],
  ['none', 'none'],
];

/** RFC 7636 §4.4 and §4.4.1: the challenge stays with the server, and what it cannot do is said at once. */
export const codeAndChallenge: readonly Scenario[] = [
  {
    id: 'rfc7636/4.4/challenge-not-exposed',
    title: 'lets neither the challenge nor the verifier be read out of its answer',
    requires: ['RFC7636-4.4-b', 'RFC7636-7.2-c'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const outcome = await stage.authorize();
      const code = stage.codeOf(outcome);
      stage.require(code !== null, 'no code for a valid request');
      const challenge = valueOf(outcome.request.query, 'code_challenge') ?? '';
      const readable = [code?.code ?? '', ...decoded(code?.code ?? '')].join(' ');
      const url = outcome.landing.at === 'callback' ? outcome.landing.url : '';
      const isExposed = `${readable} ${url}`.includes(challenge);
      stage.found('an answer without the challenge', isExposed ? 'the challenge can be read in it' : null);
    },
  },
  {
    id: 'rfc7636/4.4.1/challenge-required',
    title: 'answers invalid_request to a public client without a challenge, where it requires one',
    requires: ['RFC7636-4.4.1-a'],
    needs: ['pkce'],
    from: 'public authorization request',
    change: omit('code_challenge'),
    expect: [eitherOf(redirectsError(['invalid_request']), deliversCode)],
  },
  {
    id: 'rfc7636/4.4.1/challenge-required-of-all',
    title: 'answers invalid_request without a challenge where it requires one of every client',
    requires: ['RFC7636-4.4.1-a', 'RFC7636-4.4.1-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      if (!stage.target.pkce.required)
        throw new Inapplicable('the target does not demand PKCE of every client');
      stage.expect(
        await stage.authorize({ change: omit('code_challenge') }),
        redirectsError(['invalid_request']),
      );
    },
  },
  {
    id: 'rfc7636/4.4.1/missing-challenge-explained',
    title: 'explains that a challenge is missing where it requires one',
    requires: ['RFC7636-4.4.1-b'],
    needs: ['pkce'],
    from: 'public authorization request',
    change: omit('code_challenge'),
    expect: [eitherOf(explainsItself, deliversCode)],
  },
  ...unsupported.map(([slug, method]): Scenario => ({
    id: `rfc7636/4.4.1/method-${slug}`,
    title: `answers invalid_request for the PKCE method ${method}`,
    requires: ['RFC7636-4.4.1-c'],
    needs: ['pkce'],
    from: 'authorization request',
    change: set('code_challenge_method', method),
    expect: [redirectsError(['invalid_request'])],
  })),
  {
    id: 'rfc7636/4.4.1/method-unknown-public',
    title: 'answers invalid_request to a public client for a PKCE method it does not know',
    requires: ['RFC7636-4.4.1-c'],
    needs: ['pkce'],
    from: 'public authorization request',
    change: set('code_challenge_method', 'x_conformance'),
    expect: [redirectsError(['invalid_request'])],
  },
  {
    id: 'rfc7636/4.4.1/method-explained',
    title: 'explains that it does not know the PKCE method',
    requires: ['RFC7636-4.4.1-d'],
    needs: ['pkce'],
    from: 'authorization request',
    change: set('code_challenge_method', 'x_conformance'),
    expect: [explainsItself],
  },
  {
    id: 'rfc7636/4.4.1/plain-not-offered',
    title: 'answers invalid_request for the method plain where it does not take it',
    requires: ['RFC7636-4.4.1-c', 'RFC7636-7.2-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const refusal = redirectsError(['invalid_request']);
      const outcome = await stage.authorize({ change: set('code_challenge_method', 'plain') });
      stage.expect(outcome, stage.target.pkce.plain ? preferably(refusal, deliversCode) : refusal);
    },
  },
];

/** A code may be a token of its own: its parts in base64. */
function decoded(code: string): string[] {
  return code.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
}
