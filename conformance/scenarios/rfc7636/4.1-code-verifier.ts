import { eitherOf } from '../../expect/combine.ts';
import { issuesTokens, refusesToken } from '../../expect/http.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

/**
 * RFC 7636 §4.1: the form of a verifier. Whether a server enforces it is open: one that breaks the form and matches the
 * challenge is taken or refused.
 */
export const codeVerifier: readonly Scenario[] = [
  {
    id: 'rfc7636/4.1/shortest',
    title: 'takes a verifier of 43 characters',
    requires: ['RFC7636-4.1-a', 'RFC7636-4.6-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => await takes(stage, 'aZ09-._~'.padEnd(43, 'k')),
  },
  {
    id: 'rfc7636/4.1/longest',
    title: 'takes a verifier of 128 characters with every character that is allowed',
    requires: ['RFC7636-4.1-a', 'RFC7636-4.6-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const letters = 'abcdefghijklmnopqrstuvwxyz';
      await takes(stage, `${letters}${letters.toUpperCase()}0123456789-._~`.padEnd(128, '~'));
    },
  },
  {
    id: 'rfc7636/4.1/too-short',
    title: 'takes or refuses a verifier of 42 characters that matches',
    requires: ['RFC7636-4.1-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => await takesOrRefuses(stage, 'k'.repeat(42)),
  },
  {
    id: 'rfc7636/4.1/too-long',
    title: 'takes or refuses a verifier of 129 characters that matches',
    requires: ['RFC7636-4.1-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => await takesOrRefuses(stage, 'k'.repeat(129)),
  },
  {
    id: 'rfc7636/4.1/other-alphabet',
    title: 'takes or refuses a verifier with a plus sign that matches',
    requires: ['RFC7636-4.1-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => await takesOrRefuses(stage, '+/='.padEnd(43, 'k')),
  },
];

async function takes(stage: Stage, code_verifier: string): Promise<void> {
  stage.expect(await stage.exchange(await stage.obtainCode({ code_verifier })), issuesTokens);
}

async function takesOrRefuses(stage: Stage, code_verifier: string): Promise<void> {
  const outcome = await stage.exchange(await stage.obtainCode({ code_verifier }));
  stage.expect(outcome, eitherOf(refusesToken(['invalid_grant', 'invalid_request']), issuesTokens));
}
