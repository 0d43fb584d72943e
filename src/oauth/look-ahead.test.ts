import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { memoryGrants } from '../testing/memory-grants.ts';
import { aClient, aGrant, aUser, now } from '../testing/records.ts';
import { lookAhead } from './look-ahead.ts';
import { composeCode, composeRefreshToken } from './token-format.ts';

const planted = aGrant(aClient(), aUser());

/** A store that counts what is looked up in it. */
function counted() {
  const stored = memoryGrants(planted);
  const asked: string[] = [];
  const find = async (id: string) => {
    asked.push(id);
    return stored.find(id);
  };
  return { asked, stored, grants: { ...stored, find } };
}

const code = composeCode(planted.id, secrets.newSecret());
const family = secrets.newSecret();
const refresh_token = composeRefreshToken(
  { grant_id: planted.id, generation: 0, family },
  secrets.newSecret(),
);

describe('looking a grant up ahead', () => {
  it.each(Object.entries({ code: { code }, 'refresh token': { refresh_token } }))(
    'begins with the %s at once, and is asked for once',
    async (_, naming) => {
      const { asked, grants } = counted();
      const ahead = lookAhead(grants, naming);
      expect(asked).toEqual([planted.id]);
      expect(await ahead.find(planted.id)).toMatchObject(planted);
      expect(asked).toEqual([planted.id]);
    },
  );

  it('looks again for whoever asks again, and sees what has changed', async () => {
    const { stored, grants } = counted();
    const ahead = lookAhead(grants, { code });
    expect((await ahead.find(planted.id))?.revoked_at).toBeNull();
    await stored.revoke(planted.id, now);
    expect((await ahead.find(planted.id))?.revoked_at).toBe(now);
  });

  it('looks nothing up where the request names no grant of this server', () => {
    const { asked, grants } = counted();
    for (const naming of [{}, { code: '' }, { code: 'x', refresh_token: 'y' }]) lookAhead(grants, naming);
    expect(asked).toEqual([]);
  });

  it('fails for whoever asks, and for nobody where nobody does', async () => {
    const { grants } = counted();
    const failing = { ...grants, find: () => Promise.reject(new Error('the database is away')) };
    lookAhead(failing, { code });
    await expect(lookAhead(failing, { code }).find(planted.id)).rejects.toThrow('the database is away');
  });
});
