import { issuesTokens } from '../../expect/http.ts';
import { scopeFinding, statedScope, writesScope } from '../../expect/scope.ts';
import { omit, set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * RFC 6749 §5.1 and §3.3: what the answer says of the granted scope, compared with what introspection says of the
 * token. Where the target has no introspection, no comparison is made.
 */
export const grantedScope: readonly Scenario[] = [
  {
    id: 'rfc6749/5.1/scope-syntax',
    title: 'writes scope as tokens with single spaces between them',
    requires: ['RFC6749-3.3-c', 'RFC6749-3.3-a'],
    from: 'access token request',
    change: null,
    expect: [issuesTokens, writesScope],
  },
  {
    id: 'rfc6749/5.1/scope-syntax-on-refresh',
    title: 'writes scope as tokens with single spaces between them on refresh',
    requires: ['RFC6749-3.3-c', 'RFC6749-3.3-a'],
    from: 'refresh request',
    change: null,
    expect: [issuesTokens, writesScope],
  },
  {
    id: 'rfc6749/5.1/scope-is-true',
    title: 'states the scope that the token was granted, or that was asked for',
    requires: ['RFC6749-3.3-e', 'RFC6749-5.1-g', 'RFC6749-3.3-d'],
    needs: ['confidential_client', 'scope'],
    act: async (stage) => {
      const outcome = await stage.exchange(await stage.obtainCode());
      const { access_token } = stage.tokensOf(outcome);
      const asked = stage.scopesOf('confidential').join(' ');
      const { expected, received } = scopeFinding(outcome, asked, await stage.grantedScope(access_token));
      stage.found(expected, received);
    },
  },
  {
    id: 'rfc6749/5.1/scope-stated-where-none-was-asked',
    title: 'states the granted scope where none was asked for',
    requires: ['RFC6749-5.1-g', 'RFC6749-3.3-e'],
    needs: ['confidential_client', 'scope'],
    act: async (stage) => {
      const unless = 'the target wants scope in every authorization request';
      const code = await stage.obtainCode({ change: omit('scope'), unless });
      const outcome = await stage.exchange(code);
      const { access_token } = stage.tokensOf(outcome);
      stage.expect(outcome, writesScope);
      const { expected, received } = scopeFinding(outcome, '', await stage.grantedScope(access_token));
      stage.found(expected, received);
    },
  },
  {
    id: 'rfc6749/5.1/scope-of-partly-unknown-request',
    title: 'states the granted scope where a part of the request was not granted',
    requires: ['RFC6749-5.1-g', 'RFC6749-3.3-e'],
    needs: ['confidential_client', 'scope'],
    act: async (stage) => {
      const asked = `${stage.scopesOf('confidential').join(' ')} x_conformance_unknown`;
      const unless = 'the target refuses a scope that it does not know';
      const code = await stage.obtainCode({ change: set('scope', asked), unless });
      const outcome = await stage.exchange(code);
      stage.tokensOf(outcome);
      const isClaimed = statedScope(outcome, asked).includes('x_conformance_unknown');
      stage.found('a `scope` without the unknown one', isClaimed ? 'the answer stands for it' : null);
    },
  },
  {
    id: 'rfc6749/5.1/scope-in-any-order',
    title: 'grants the same scope whatever the order of its tokens',
    requires: ['RFC6749-3.3-b'],
    needs: ['confidential_client', 'two_scopes'],
    act: async (stage) => {
      const scopes = stage.scopesOf('confidential');
      const asked = [...scopes].reverse().join(' ');
      const plain = await stage.exchange(await stage.obtainCode());
      const reversed = await stage.exchange(await stage.obtainCode({ change: set('scope', asked) }));
      stage.expect(reversed, issuesTokens);
      const granted = statedScope(plain, scopes.join(' '));
      const { expected, received } = scopeFinding(reversed, asked, granted);
      stage.found(expected, received);
    },
  },
];
