import { refusesToken } from '../../expect/http.ts';
import { set } from '../../model/change.ts';
import type { ClientRole } from '../../model/client-role.ts';
import { identifierOnly, withoutCredentials, wrongSecret } from '../../model/credential-change.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

/** RFC 6749 §6: a refresh token is its client's alone, and that client proves itself as it does in an exchange. */
export const refreshClientBinding: readonly Scenario[] = [
  {
    id: 'rfc6749/6/no-credentials',
    title: 'refuses a refresh without any credentials of the client',
    requires: ['RFC6749-6-g', 'RFC6749-10.2-a', 'RFC6749-5.2-j'],
    from: 'refresh request',
    change: withoutCredentials,
    expect: [refusesToken(['invalid_client', 'invalid_request'])],
  },
  {
    id: 'rfc6749/6/client-id-only',
    title: 'refuses a refresh of a confidential client with its client_id and no secret',
    requires: ['RFC6749-6-g', 'RFC6749-2.2-a', 'RFC6749-5.2-j'],
    from: 'refresh request',
    change: identifierOnly,
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/6/wrong-secret',
    title: 'refuses a refresh with a wrong client secret',
    requires: ['RFC6749-6-h', 'RFC6749-10.2-a'],
    from: 'refresh request',
    change: wrongSecret,
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/6/public-client-unidentified',
    title: 'refuses a refresh of a public client that does not send its client_id',
    requires: ['RFC6749-6-f', 'RFC6749-5.2-c'],
    needs: ['public_client', 'refresh_tokens'],
    act: async (stage) => {
      const { refresh_token } = await stage.obtainTokens({ client: 'public' });
      stage.require(refresh_token !== undefined, 'the public client got no refresh token');
      const change = set('client_id', '');
      const outcome = await stage.refresh(refresh_token ?? '', { client: 'public', change });
      stage.expect(outcome, refusesToken(['invalid_request', 'invalid_client', 'invalid_grant']));
    },
  },
  {
    id: 'rfc6749/6/token-of-other-confidential-client',
    title: 'refuses the refresh token of a confidential client to another one',
    requires: ['RFC6749-6-f', 'RFC6749-6-h', 'RFC6749-5.2-q', 'RFC6749-10.4-c'],
    needs: ['confidential_client', 'second_client', 'refresh_tokens'],
    act: async (stage) => await presentToken(stage, 'confidential', 'second'),
  },
  {
    id: 'rfc6749/6/token-of-confidential-client-by-public',
    title: 'refuses the refresh token of a confidential client to a public one',
    requires: ['RFC6749-6-f', 'RFC6749-5.2-q', 'RFC6749-10.4-b'],
    needs: ['confidential_client', 'public_client', 'refresh_tokens'],
    act: async (stage) => await presentToken(stage, 'confidential', 'public'),
  },
  {
    id: 'rfc6749/6/token-of-public-client-by-confidential',
    title: 'refuses the refresh token of a public client to a confidential one',
    requires: ['RFC6749-6-f', 'RFC6749-5.2-q', 'RFC6749-10.4-c'],
    needs: ['confidential_client', 'public_client', 'refresh_tokens'],
    act: async (stage) => await presentToken(stage, 'public', 'confidential'),
  },
  {
    id: 'rfc6749/6/token-of-other-public-client',
    title: 'refuses the refresh token of a public client to another one',
    requires: ['RFC6749-6-f', 'RFC6749-5.2-q', 'RFC6749-10.4-b'],
    needs: ['public_client', 'second_public_client', 'refresh_tokens'],
    act: async (stage) => await presentToken(stage, 'public', 'second_public'),
  },
  {
    id: 'rfc6749/6/refreshed-token-of-other-client',
    title: 'refuses the refresh token of a refresh to another client',
    requires: ['RFC6749-10.4-b', 'RFC6749-6-f', 'RFC6749-5.2-q'],
    needs: ['confidential_client', 'second_client', 'refresh_tokens'],
    act: async (stage) => {
      await stage.obtainTokens({ client: 'second' });
      const { refresh_token: first = '' } = await stage.obtainTokens();
      const { refresh_token: second = first } = stage.tokensOf(await stage.refresh(first));
      stage.expect(await stage.refresh(second, { client: 'second' }), refusesToken(['invalid_grant']));
    },
  },
];

/** The other one refreshes a token of its own first, so that it is the token that is refused. */
async function presentToken(stage: Stage, owner: ClientRole, other: ClientRole): Promise<void> {
  const { refresh_token: own } = await stage.obtainTokens({ client: other });
  const { refresh_token } = await stage.obtainTokens({ client: owner });
  stage.require(refresh_token !== undefined && own !== undefined, 'a client got no refresh token');
  stage.tokensOf(await stage.refresh(own ?? '', { client: other }));
  const outcome = await stage.refresh(refresh_token ?? '', { client: other });
  stage.expect(outcome, refusesToken(['invalid_grant']));
}
