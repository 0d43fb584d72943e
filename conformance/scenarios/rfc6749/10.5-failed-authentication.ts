import { issuesTokens, memberOf } from '../../expect/http.ts';
import { wrongSecret } from '../../model/credential-change.ts';
import type { Scenario } from '../../model/scenario.ts';

/** RFC 6749 §10.5: the client proves itself, and the code is its own; who fails at the first has no say in the second. */
export const failedAuthentication: readonly Scenario[] = [
  {
    id: 'rfc6749/10.5/code-outlives-failed-authentication',
    title: 'keeps a code usable after somebody failed to prove to be its client',
    requires: ['RFC6749-10.5-d'],
    advises: 'the text leaves open what becomes of the code; used up, whoever has seen it could spoil it',
    needs: ['confidential_client'],
    act: async (stage) => {
      const code = await stage.obtainCode();
      const failed = await stage.exchange(code, { change: wrongSecret });
      stage.require(memberOf(failed.json, 'access_token') === undefined, 'a wrong secret was taken');
      stage.expect(await stage.exchange(code), issuesTokens);
    },
  },
];
