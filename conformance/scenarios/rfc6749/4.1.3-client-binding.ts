import { refusesToken } from '../../expect/http.ts';
import { both, set } from '../../model/change.ts';
import type { ClientRole } from '../../model/client-role.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

/**
 * RFC 6749 §4.1.3: a code is its client's alone. The one who presents it proves itself well, and gets tokens for a code
 * of its own: it is the code that is refused.
 */
export const codeClientBinding: readonly Scenario[] = [
  {
    id: 'rfc6749/4.1.3/code-of-other-confidential-client',
    title: 'refuses the code of a confidential client to another one',
    requires: ['RFC6749-4.1.3-i', 'RFC6749-4.1.2-g', 'RFC6749-5.2-q', 'RFC6749-10.5-d'],
    needs: ['confidential_client', 'second_client'],
    act: async (stage) => await presentCode(stage, 'confidential', 'second'),
  },
  {
    id: 'rfc6749/4.1.3/code-of-confidential-client-by-public',
    title: 'refuses the code of a confidential client to a public one',
    requires: ['RFC6749-4.1.3-j', 'RFC6749-4.1.2-g', 'RFC6749-5.2-q'],
    needs: ['confidential_client', 'public_client'],
    act: async (stage) => await presentCode(stage, 'confidential', 'public'),
  },
  {
    id: 'rfc6749/4.1.3/code-of-public-client-by-confidential',
    title: 'refuses the code of a public client to a confidential one',
    requires: ['RFC6749-4.1.3-i', 'RFC6749-4.1.2-g', 'RFC6749-5.2-q'],
    needs: ['confidential_client', 'public_client'],
    act: async (stage) => await presentCode(stage, 'public', 'confidential'),
  },
  {
    id: 'rfc6749/4.1.3/code-of-other-public-client',
    title: 'refuses the code of a public client to another one',
    requires: ['RFC6749-4.1.3-j', 'RFC6749-4.1.2-g', 'RFC6749-5.2-q'],
    needs: ['public_client', 'second_public_client'],
    act: async (stage) => await presentCode(stage, 'public', 'second_public'),
  },
  {
    id: 'rfc6749/4.1.3/code-of-client-named-in-body',
    title: 'refuses the code of another client whose client_id stands beside a Basic header',
    requires: ['RFC6749-4.1.3-i', 'RFC6749-3.2.1-b'],
    needs: ['confidential_client', 'second_client', 'basic'],
    act: async (stage) => {
      const { code, code_verifier, redirect_uri } = await stage.obtainCode({ client: 'second' });
      const { client_id = '' } = stage.target.clients.second ?? {};
      const values = { code, redirect_uri, client_id, ...(code_verifier === null ? {} : { code_verifier }) };
      const changes = Object.entries(values).map(([name, value]) => set(name, value));
      const outcome = await stage.probe('access token request, Basic', changes.reduce(both));
      stage.expect(outcome, refusesToken(['invalid_grant', 'invalid_request', 'invalid_client']));
    },
  },
];

/** Redirect URI and verifier are those of the code, so that nothing but the client differs. */
async function presentCode(stage: Stage, owner: ClientRole, other: ClientRole): Promise<void> {
  await stage.obtainTokens({ client: owner });
  await stage.obtainTokens({ client: other });
  const outcome = await stage.exchange(await stage.obtainCode({ client: owner }), { client: other });
  stage.expect(outcome, refusesToken(['invalid_grant']));
}
