import { composeAccessToken, composeRefreshToken } from '../../src/oauth/token-format.ts';
import { client, owner } from '../contestants/client.ts';

const random = 'r'.repeat(43);
const grant_id = '0'.repeat(32);

/** What a server says that decides nothing: answers of the size of this project's. */
export const constantAnswers = {
  token: {
    access_token: composeAccessToken(grant_id, random),
    token_type: 'Bearer',
    expires_in: 3600,
    scope: client.scope,
    refresh_token: composeRefreshToken({ grant_id, generation: 0, family: random }, random),
  },
  introspection: {
    active: true,
    scope: client.scope,
    client_id: client.id,
    username: 'ada',
    token_type: 'Bearer',
    exp: 2_000_003_600,
    iat: 2_000_000_000,
    sub: owner.id,
    iss: 'http://127.0.0.1:3000',
  },
  resource: { sub: owner.id, username: 'ada', name: owner.name },
} as const;

/** Codes that say nothing, of the length of this project's. */
export async function mintCodes(count: number): Promise<string[]> {
  return Array.from({ length: count }, () => `cgc_${'0'.repeat(32)}.${'r'.repeat(43)}`);
}
