import { refusesToken } from '../../expect/http.ts';
import { change, header, set } from '../../model/change.ts';
import { identifierOf, withoutCredentials } from '../../model/credential-change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §3.2.1: the client proves itself. An access token shows that an owner trusts somebody, and not who asks. */
export const bearerTokenAsCredential: readonly Scenario[] = [
  {
    id: 'rfc6749/3.2.1/bearer-token-is-no-credential',
    title: 'refuses an access token of the owner in place of client credentials',
    requires: ['RFC6749-3.2.1-a', 'RFC6749-5.2-k'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const { access_token } = await stage.obtainTokens();
      const asCredential = change('an access token in place of the client secret', (draft) =>
        set('client_id', identifierOf(draft)).apply(
          header('authorization', `Bearer ${access_token}`).apply(withoutCredentials.apply(draft)),
        ),
      );
      const outcome = await stage.exchange(await stage.obtainCode(), { change: asCredential });
      stage.expect(outcome, refusesToken(['invalid_client', 'invalid_request']));
    },
  },
];
