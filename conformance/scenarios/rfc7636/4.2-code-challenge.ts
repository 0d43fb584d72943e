import { redirectsError } from '../../expect/authorization.ts';
import { handsOutNothing, issuesTokens } from '../../expect/http.ts';
import { set } from '../../model/change.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage } from '../../model/stage.ts';

/** The pair of RFC 7636 appendix B. */
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** None of them is the S256 challenge of any verifier. */
const malformed: readonly (readonly [slug: string, what: string, mutate: (challenge: string) => string])[] = [
  ['short', '42 characters', (valid) => valid.slice(0, 42)],
  ['long', '129 characters', (valid) => valid.padEnd(129, 'A')],
  ['padded', 'padding', (valid) => `${valid}=`],
  ['plus', 'a plus sign', (valid) => `+${valid.slice(1)}`],
  ['slash', 'a slash', (valid) => `/${valid.slice(1)}`],
  ['non-ascii', 'a letter outside ASCII', (valid) => `\u00e9${valid.slice(1)}`],
];

/**
 * RFC 7636 §4.2: S256, and what a challenge looks like. Where a malformed one is stored all the same, the exchange has
 * to fail, and that it fails late is worth a word (A25).
 */
export const codeChallenge: readonly Scenario[] = [
  {
    id: 'rfc7636/4.2/s256',
    title: 'computes S256 as the example of the document does',
    requires: ['RFC7636-4.2-a', 'RFC7636-7.2-a', 'RFC7636-4.6-a'],
    needs: ['confidential_client', 'pkce'],
    act: async (stage) => {
      const code = await stage.obtainCode({ change: set('code_challenge', challenge) });
      stage.expect(await stage.exchange({ ...code, code_verifier: verifier }), issuesTokens);
    },
  },
  {
    id: 'rfc7636/4.2/s256-public',
    title: 'computes S256 for a public client',
    requires: ['RFC7636-4.2-a', 'RFC7636-4.6-a'],
    needs: ['public_client', 'pkce'],
    act: async (stage) => {
      const code = await stage.obtainCode({ client: 'public', change: set('code_challenge', challenge) });
      stage.expect(await stage.exchange({ ...code, code_verifier: verifier }), issuesTokens);
    },
  },
  ...malformed.map(([slug, what, mutate]): Scenario => ({
    id: `rfc7636/4.2/challenge-${slug}`,
    title: `refuses a challenge with ${what}`,
    requires: ['RFC7636-4.2-b'],
    needs: ['confidential_client', 'pkce'],
    act: (stage) => refusesChallenge(stage, mutate),
  })),
];

async function refusesChallenge(stage: Stage, mutate: (challenge: string) => string): Promise<void> {
  const outcome = await stage.authorize({ change: set('code_challenge', mutate) });
  const code = stage.codeOf(outcome);
  if (code === null) return stage.expect(outcome, redirectsError(['invalid_request']));
  stage.found('`invalid_request` at the authorization endpoint', 'a `code`', 'advice');
  stage.expect(await stage.exchange(code), handsOutNothing);
}
