import { returnsState, staysOnPage } from '../../expect/authorization.ts';
import { isSameAnswer, kindOf } from '../../expect/authorization-answer.ts';
import type { Capability } from '../../model/capability.ts';
import { blank, omit } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

const compared: readonly (readonly [string, ...Capability[]])[] = [
  ['response_type'],
  ['redirect_uri', 'single_redirect_client'],
  ['scope', 'scope'],
  ['code_challenge', 'pkce'],
  ['code_challenge_method', 'pkce'],
];

/**
 * RFC 6749 §3.1: a parameter without a value counts as not sent. What a server answers to a missing parameter is its
 * own affair in several cases, so each is compared with the answer of the same server (A08).
 */
export const emptyParameters: readonly Scenario[] = [
  ...compared.map(([name, ...needs]): Scenario => ({
    id: `rfc6749/3.1/empty-${name.replaceAll('_', '-')}`,
    title: `answers ${name} without a value as it answers a request without it`,
    requires: ['RFC6749-3.1-g'],
    needs: ['confidential_client', ...needs],
    act: (stage) => compareWithOmission(stage, name),
  })),
  {
    id: 'rfc6749/3.1/empty-state',
    title: 'answers state without a value as it answers a request without it',
    requires: ['RFC6749-3.1-g', 'RFC6749-4.1.2-i'],
    needs: ['confidential_client'],
    act: async (stage) => {
      await compareWithOmission(stage, 'state');
      const outcome = await stage.authorize({ change: blank('state') });
      if (outcome.landing.at === 'callback') stage.expect(outcome, returnsState);
    },
  },
  {
    id: 'rfc6749/3.1/empty-client-id',
    title: 'keeps the browser on a page when client_id has no value',
    requires: ['RFC6749-3.1-g', 'RFC6749-4.1.2.1-c'],
    from: 'authorization request',
    change: blank('client_id'),
    expect: [staysOnPage],
  },
  {
    id: 'rfc6749/3.1/empty-redirect-uri-of-several',
    title: 'keeps the browser on a page when redirect_uri has no value and two are registered',
    requires: ['RFC6749-3.1-g', 'RFC6749-3.1.2.3-a'],
    from: 'authorization request',
    client: 'several_redirects',
    change: blank('redirect_uri'),
    expect: [staysOnPage],
  },
];

async function compareWithOmission(stage: Stage, name: string): Promise<void> {
  const omitted = await stage.authorize({ change: omit(name) });
  const empty = await stage.authorize({ change: blank(name) });
  const isMoreGiven = stage.codeOf(omitted) === null && stage.codeOf(empty) !== null;
  const withoutState = name === 'state' ? kindOf(empty).replace(',state', '') : kindOf(empty);
  const isSame = isSameAnswer(omitted, empty) || withoutState === kindOf(omitted);
  stage.found(
    `the answer to a request without ${name}: ${kindOf(omitted)}`,
    isSame ? null : kindOf(empty),
    isMoreGiven ? 'unsafe' : 'form',
  );
}
