import { deliversCode, redirectsError } from '../../expect/authorization.ts';
import { eitherOf } from '../../expect/combine.ts';
import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { change as byHand, omit, repeat } from '../../model/change.ts';
import { valueOf } from '../../model/exchange.ts';
import type { Scenario } from '../../model/scenario.ts';

const withoutPkce = byHand('no PKCE parameters', (draft) =>
  [omit('code_challenge'), omit('code_challenge_method')].reduce(
    (changed, { apply }) => apply(changed),
    draft,
  ),
);

/** RFC 7636 §4.3: what the client sends with its request. Without a method the challenge is the verifier itself. */
export const pkceAuthorizationRequest: readonly Scenario[] = [
  {
    id: 'rfc7636/4.3/method-missing-is-not-s256',
    title: 'does not take a challenge without a method for one of S256',
    requires: ['RFC7636-4.3-a', 'RFC7636-4.6-b'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const outcome = await stage.authorize({ change: omit('code_challenge_method') });
      const code = stage.codeOf(outcome);
      if (code === null) return stage.expect(outcome, redirectsError(['invalid_request']));
      stage.expect(await stage.exchange(code), refusesToken(['invalid_grant']));
    },
  },
  {
    id: 'rfc7636/4.3/method-missing-is-plain',
    title: 'takes a challenge without a method for the verifier itself',
    requires: ['RFC7636-4.3-a', 'RFC7636-4.6-a'],
    needs: ['confidential_client', 'pkce', 'pkce_plain'],
    act: async (stage) => {
      const outcome = await stage.authorize({ change: omit('code_challenge_method') });
      stage.expect(outcome, deliversCode);
      const code = stage.codeOf(outcome);
      const code_verifier = valueOf(outcome.request.query, 'code_challenge') ?? null;
      if (code !== null) stage.expect(await stage.exchange({ ...code, code_verifier }), issuesTokens);
    },
  },
  {
    id: 'rfc7636/4.3/without-pkce',
    title: 'serves a client without PKCE, or answers invalid_request',
    requires: ['RFC7636-5-a', 'RFC7636-4.4.1-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const outcome = await stage.authorize({ change: withoutPkce });
      stage.expect(outcome, eitherOf(deliversCode, redirectsError(['invalid_request'])));
    },
  },
  {
    id: 'rfc7636/4.3/method-without-challenge',
    title: 'serves a request with a method and no challenge, or answers invalid_request',
    requires: ['RFC7636-4.4.1-a'],
    needs: ['pkce'],
    from: 'authorization request',
    change: omit('code_challenge'),
    expect: [eitherOf(deliversCode, redirectsError(['invalid_request']))],
  },
  ...(['code_challenge', 'code_challenge_method'] as const).map((name): Scenario => ({
    id: `rfc7636/4.3/repeated-${name.replaceAll('_', '-')}`,
    title: `answers ${name} twice with invalid_request, or takes it once`,
    requires: ['RFC6749-3.1-i'],
    needs: ['pkce'],
    from: 'authorization request',
    change: repeat(name),
    expect: [eitherOf(redirectsError(['invalid_request']), deliversCode)],
  })),
];
