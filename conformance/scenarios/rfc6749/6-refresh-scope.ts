import { eitherOf } from '../../expect/combine.ts';
import { issuesTokens, refusesToken } from '../../expect/http.ts';
import { grantsScope, scopeFinding, withholdsScope } from '../../expect/scope.ts';
import { set } from '../../model/change.ts';
import { swapCase } from '../../model/altered.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage, Tokens } from '../../model/stage.ts';

/**
 * RFC 6749 §6: the scope of a refresh is that of the grant or less, for the new access token alone. A server may ignore
 * what is asked for as long as it says so.
 */
export const refreshScope: readonly Scenario[] = [
  {
    id: 'rfc6749/6/scope-left-out',
    title: 'grants the original scope on a refresh without scope',
    requires: ['RFC6749-6-d'],
    needs: ['confidential_client', 'refresh_tokens', 'scope'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const outcome = await stage.refresh(refresh_token);
      stage.expect(outcome, issuesTokens, grantsScope(granted, granted));
    },
  },
  {
    id: 'rfc6749/6/scope-repeated-from-grant',
    title: 'grants the original scope where a refresh asks for just that',
    requires: ['RFC6749-6-d', 'RFC6749-6-j'],
    needs: ['confidential_client', 'refresh_tokens', 'scope'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const outcome = await stage.refresh(refresh_token, { change: set('scope', granted) });
      stage.expect(outcome, issuesTokens, grantsScope(granted, granted));
    },
  },
  {
    id: 'rfc6749/6/scope-in-any-order',
    title: 'grants the original scope where a refresh names it in another order',
    requires: ['RFC6749-3.3-b', 'RFC6749-6-d'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const asked = granted.split(' ').reverse().join(' ');
      const outcome = await stage.refresh(refresh_token, { change: set('scope', asked) });
      stage.expect(outcome, issuesTokens, grantsScope(granted, asked));
    },
  },
  {
    id: 'rfc6749/6/scope-narrowed',
    title: 'grants a part of the original scope on refresh, or says what else it granted',
    requires: ['RFC6749-6-e', 'RFC6749-3.3-e'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const asked = granted.split(' ')[0] ?? '';
      const outcome = await stage.refresh(refresh_token, { change: set('scope', asked) });
      stage.expect(outcome, issuesTokens, eitherOf(grantsScope(asked, asked), grantsScope(granted, asked)));
    },
  },
  {
    id: 'rfc6749/6/narrowed-scope-is-true',
    title: 'states the scope of a narrowed refresh as the token has it',
    requires: ['RFC6749-6-e', 'RFC6749-3.3-e'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const asked = granted.split(' ')[0] ?? '';
      const outcome = await stage.refresh(refresh_token, { change: set('scope', asked) });
      const { access_token } = stage.tokensOf(outcome);
      const { expected, received } = scopeFinding(outcome, asked, await stage.grantedScope(access_token));
      stage.found(expected, received);
    },
  },
  {
    id: 'rfc6749/6/scope-widened',
    title: 'grants no scope on refresh that was not granted before',
    requires: ['RFC6749-6-c', 'RFC6749-5.2-t'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const [narrow = '', extra = ''] = stage.scopesOf('confidential');
      const { refresh_token, granted } = await obtainGrant(stage, narrow);
      stage.require(!granted.split(' ').includes(extra), 'the narrow request was granted both scopes');
      const outcome = await stage.refresh(refresh_token, { change: set('scope', `${narrow} ${extra}`) });
      stage.expect(outcome, withholdsScope(extra));
    },
  },
  {
    id: 'rfc6749/6/scope-unknown',
    title: 'grants no scope on refresh that it does not know',
    requires: ['RFC6749-6-c', 'RFC6749-5.2-t'],
    from: 'refresh request',
    change: set('scope', 'x_conformance_unknown'),
    expect: [withholdsScope('x_conformance_unknown')],
  },
  {
    id: 'rfc6749/6/scope-letter-case',
    title: 'grants no scope on refresh that differs from a granted one by letter case',
    requires: ['RFC6749-3.3-a', 'RFC6749-5.2-t'],
    needs: ['confidential_client', 'refresh_tokens', 'scope'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const other = swapCase(granted.split(' ')[0] ?? '');
      stage.expect(
        await stage.refresh(refresh_token, { change: set('scope', other) }),
        withholdsScope(other),
      );
    },
  },
  {
    id: 'rfc6749/6/scope-kept-by-refresh-token',
    title: 'keeps the original scope in the refresh token where a refresh was narrowed',
    requires: ['RFC6749-6-m'],
    needs: ['confidential_client', 'refresh_tokens', 'two_scopes'],
    act: async (stage) => {
      const { refresh_token, granted } = await obtainGrant(stage, stage.scopesOf('confidential').join(' '));
      const narrowed = await stage.refresh(refresh_token, {
        change: set('scope', granted.split(' ')[0] ?? ''),
      });
      const { refresh_token: latest = refresh_token } = stage.tokensOf(narrowed);
      stage.expect(await stage.refresh(latest), issuesTokens, grantsScope(granted, granted));
    },
  },
  {
    id: 'rfc6749/6/other-grant-type-known',
    title: 'refuses a refresh token under the grant type of codes',
    requires: ['RFC6749-6-a', 'RFC6749-5.2-c'],
    from: 'refresh request',
    change: set('grant_type', 'authorization_code'),
    expect: [refusesToken(['invalid_request', 'invalid_grant'])],
  },
];

/** A refresh token with the scope that was granted with it. */
async function obtainGrant(stage: Stage, asked: string): Promise<{ refresh_token: string; granted: string }> {
  const { refresh_token, scope }: Tokens = await stage.obtainTokens({ change: set('scope', asked) });
  stage.require(refresh_token !== undefined, 'the exchange gave no refresh token');
  return { refresh_token: refresh_token ?? '', granted: scope ?? asked };
}
