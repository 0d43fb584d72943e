import { refusesToken } from '../../expect/http.ts';
import { identifierOnly } from '../../model/credential-change.ts';
import { both, set } from '../../model/change.ts';
import { memberOf } from '../../expect/http.ts';
import { isRegistered } from '../../expect/registration.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §2.2: the identifier of a client is no secret, so it proves nothing. */
export const clientIdentifier: readonly Scenario[] = [
  {
    id: 'rfc6749/2.2/identifier-is-no-proof',
    title: 'refuses a confidential client that sends its client_id and no secret',
    requires: ['RFC6749-2.2-a', 'RFC6749-4.1.3-f', 'RFC6749-10.2-a'],
    from: 'access token request',
    change: identifierOnly,
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/2.2/identifier-with-empty-secret',
    title: 'refuses a confidential client that sends its client_id and an empty secret',
    requires: ['RFC6749-2.2-a', 'RFC6749-4.1.3-h'],
    from: 'access token request',
    change: both(identifierOnly, set('client_secret', '')),
    expect: [refusesToken(['invalid_client'])],
  },
  {
    id: 'rfc6749/2.2/identifiers-differ',
    title: 'gives two clients that are registered alike two identifiers',
    requires: ['RFC6749-2.2-b'],
    needs: ['registration'],
    act: async (stage) => {
      const [first, second] = [await stage.register('public'), await stage.register('public')];
      stage.require(isRegistered(first) && isRegistered(second), 'a public client is not registered');
      const isSame = memberOf(first.json, 'client_id') === memberOf(second.json, 'client_id');
      stage.found('another `client_id` for the second client', isSame ? 'the same one' : null, 'unsafe');
    },
  },
];
