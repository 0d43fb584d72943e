import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { add, blank, both, omit } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

const withoutChallenge = {
  change: both(omit('code_challenge'), omit('code_challenge_method')),
  unless: 'the target wants a code_challenge in every authorization request',
};

/** RFC 7636 §4.5: the verifier comes with the code wherever a challenge came before. */
export const verifierInExchange: readonly Scenario[] = [
  {
    id: 'rfc7636/4.5/verifier-missing',
    title: 'refuses a code with a challenge where the verifier is missing',
    requires: ['RFC7636-4.5-a', 'RFC7636-4.6-b'],
    needs: ['pkce'],
    from: 'access token request',
    change: omit('code_verifier'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc7636/4.5/verifier-missing-public',
    title: 'refuses the code of a public client with a challenge where the verifier is missing',
    requires: ['RFC7636-4.5-a', 'RFC7636-4.6-b'],
    needs: ['pkce'],
    from: 'public access token request',
    change: omit('code_verifier'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc7636/4.5/verifier-blank',
    title: 'treats a blank verifier as a missing one',
    requires: ['RFC7636-4.5-a', 'RFC6749-3.2-e'],
    needs: ['pkce'],
    from: 'access token request',
    change: blank('code_verifier'),
    expect: [refusesToken(['invalid_grant', 'invalid_request'])],
  },
  {
    id: 'rfc7636/4.5/neither-challenge-nor-verifier',
    title: 'exchanges a code without PKCE where the target leaves it to the client',
    requires: ['RFC7636-5-a', 'RFC6749-4.1.4-a'],
    needs: ['confidential_client', 'pkce', 'pkce_optional'],
    act: async (stage) => {
      const code = await stage.obtainCode(withoutChallenge);
      stage.expect(await stage.exchange(code), issuesTokens);
    },
  },
  {
    id: 'rfc7636/4.5/verifier-without-challenge',
    title: 'refuses a verifier for a code without a challenge',
    requires: ['RFC7636-4.6-b'],
    advises: 'RFC 9700 §2.1.1 asks for it, and RFC 7636 §4.6 is silent about codes without a challenge',
    needs: ['confidential_client', 'pkce', 'pkce_optional'],
    act: async (stage) => {
      const code = await stage.obtainCode(withoutChallenge);
      const outcome = await stage.exchange(code, { change: add('code_verifier', 'k'.repeat(43)) });
      stage.expect(outcome, refusesToken(['invalid_grant', 'invalid_request']));
    },
  },
  {
    id: 'rfc7636/4.5/verifier-blank-without-challenge',
    title: 'ignores a blank verifier for a code without a challenge',
    requires: ['RFC6749-3.2-e', 'RFC7636-5-a'],
    needs: ['confidential_client', 'pkce', 'pkce_optional'],
    act: async (stage) => {
      const code = await stage.obtainCode(withoutChallenge);
      stage.expect(await stage.exchange(code, { change: add('code_verifier', '') }), issuesTokens);
    },
  },
];
