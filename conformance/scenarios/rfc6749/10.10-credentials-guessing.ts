import { guessingFindings } from '../../expect/guessing.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Stage, Tokens } from '../../model/stage.ts';

const sampleSize = 8;

/**
 * RFC 6749 §10.10: how hard tokens are to guess. A sample can refute randomness and never prove it: what is found is
 * room for too few bits, repetition, and counting.
 */
export const credentialsGuessing: readonly Scenario[] = [
  {
    id: 'rfc6749/10.10/access-tokens',
    title: 'gives access tokens with room for 128 bits, each a new one',
    requires: ['RFC6749-10.10-a', 'RFC6749-10.10-b', 'RFC6749-10.3-b'],
    needs: ['confidential_client'],
    act: async (stage) => {
      const tokens = (await sample(stage)).map(({ access_token }) => access_token);
      stage.expect(tokens, { check: (values) => guessingFindings('access token', values) });
    },
  },
  {
    id: 'rfc6749/10.10/refresh-tokens',
    title: 'gives refresh tokens with room for 128 bits, each a new one',
    requires: ['RFC6749-10.10-a', 'RFC6749-10.10-b', 'RFC6749-10.4-f'],
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const tokens = (await sample(stage)).flatMap(({ refresh_token = [] }) => refresh_token);
      stage.require(tokens.length === sampleSize, 'an exchange gave no refresh token');
      stage.expect(tokens, { check: (values) => guessingFindings('refresh token', values) });
    },
  },
  {
    id: 'rfc6749/10.10/refreshed-access-token',
    title: 'gives another access token on refresh, with nothing of the first one in it',
    requires: ['RFC6749-10.10-a'],
    advises: 'RFC 6749 §6 does not say that a refresh brings another access token',
    needs: ['confidential_client', 'refresh_tokens'],
    act: async (stage) => {
      const { access_token: first, refresh_token = '' } = await stage.obtainTokens();
      const { access_token: second } = stage.tokensOf(await stage.refresh(refresh_token));
      stage.found('another access token', first === second ? 'the same one' : null);
    },
  },
];

async function sample(stage: Stage): Promise<Tokens[]> {
  const tokens: Tokens[] = [];
  while (tokens.length < sampleSize) tokens.push(await stage.obtainTokens());
  return tokens;
}
