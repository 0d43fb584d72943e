import { redirectsError, returnsState } from '../../expect/authorization.ts';
import type { Capability } from '../../model/capability.ts';
import { both, repeat, set, type Change } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';
import { hostileStates } from '../hostile-states.ts';

/** A slug, what the title says, and what provokes the error. */
const errors: readonly (readonly [string, string, Change, ...Capability[]])[] = [
  ['response-type', 'an unknown response type', set('response_type', 'x_conformance_unknown')],
  ['scope', 'an unknown scope', set('scope', 'x_conformance_unknown')],
  ['repeated', 'a repeated parameter', repeat('response_type')],
  ['pkce', 'an unknown PKCE method', set('code_challenge_method', 'x_conformance'), 'pkce'],
];

/**
 * RFC 6749 §4.1.2.1: `state` comes back with every error too. It is lost where it is read from a request that was
 * accepted. Whether the error itself is reported is for other scenarios: where it is not, these are blocked.
 */
export const stateOfErrorResponse: readonly Scenario[] = hostileStates.flatMap(([slug, what, value]) => [
  {
    id: `rfc6749/4.1.2.1/state-${slug}-denied`,
    title: `returns a state with ${what} unchanged when the owner denies`,
    requires: ['RFC6749-4.1.2.1-s', 'RFC6749-B-a'],
    from: 'authorization request, denied',
    change: set('state', value),
    expect: [redirectsError(['access_denied'])],
  },
  ...errors.map(([error, cause, change, ...needs]): Scenario => ({
    id: `rfc6749/4.1.2.1/state-${slug}-${error}`,
    title: `returns a state with ${what} unchanged after ${cause}`,
    requires: ['RFC6749-4.1.2.1-s', 'RFC6749-B-a'],
    needs: ['confidential_client', ...needs],
    act: (stage) => returnsStateAfter(stage, change, value),
  })),
]);

async function returnsStateAfter(stage: Stage, change: Change, state: string): Promise<void> {
  const { landing } = await stage.authorize({ change });
  stage.require(landing.at === 'callback', 'the error is not reported at the redirect URI at all');
  stage.expect(await stage.authorize({ change: both(set('state', state), change) }), returnsState);
}
