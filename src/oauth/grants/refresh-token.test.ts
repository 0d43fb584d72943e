import { describe, expect, it } from 'vitest';
import { secrets } from '../../secrets/secrets.ts';
import { lifetimes, memoryGrants } from '../../testing/memory-grants.ts';
import { aClient, aGrant, aUser, now } from '../../testing/records.ts';
import { findTokenState } from '../access-token.ts';
import { issueForCode } from '../issue.ts';
import type { Grant, Grants } from '../ports.ts';
import { composeRefreshToken, parseRefreshToken, type RefreshTokenParts } from '../token-format.ts';
import { refreshGrant } from './refresh-token.ts';

const client = aClient();

/** A redeemed grant in a store of its own, with a clock to turn. */
async function redeemed() {
  const planted = aGrant(client, aUser(), { scope: 'profile event:write' });
  const grants = memoryGrants(planted);
  const world = { grants, secrets, lifetimes, now };
  const { issue, response } = issueForCode(
    (await grants.find(planted.id)) as Grant,
    client,
    planted.scope,
    world,
  );
  await grants.redeem(planted.id, now, issue);
  const first = response.refresh_token as string;
  const refresh = (refresh_token: string | undefined, at = now, scope?: string, by = client) =>
    refreshGrant({ refresh_token, scope }, by, { ...world, now: at });
  return { first, access_token: response.access_token, world, id: planted.id, refresh };
}

const invalidGrant = (reason: string) => ({ reason, wire: { error: 'invalid_grant', status: 400 } });

describe('a refresh', () => {
  it('is answered with a new access token and a new refresh token, both alive', async () => {
    const { first, access_token, world, refresh } = await redeemed();
    const next = await refresh(first);
    expect(next).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'profile event:write' });
    expect(next.access_token).not.toBe(access_token);
    expect(next.refresh_token).not.toBe(first);
    expect(await findTokenState(next.access_token, world)).not.toBeNull();
    expect(await findTokenState(next.refresh_token ?? '', world)).not.toBeNull();
    expect(await findTokenState(first, world)).toBeNull();
  });

  it('goes on from one refresh token to the next', async () => {
    const { first, refresh } = await redeemed();
    let token = first;
    for (let generation = 1; generation <= 12; generation += 1) {
      token = (await refresh(token, now + generation * 100)).refresh_token as string;
      expect(parseRefreshToken(token)?.generation).toBe(generation);
    }
  });

  it('needs a refresh token', async () => {
    const { refresh } = await redeemed();
    await expect(refresh(undefined)).rejects.toMatchObject({
      reason: 'refresh_token_missing',
      wire: { error: 'invalid_request' },
    });
  });

  it('by another client is refused, and the token stays usable for its own', async () => {
    const { first, refresh } = await redeemed();
    for (const thief of [aClient(), aClient({ client_secret_hash: null })])
      await expect(refresh(first, now, undefined, thief)).rejects.toMatchObject(
        invalidGrant('refresh_token_of_another_client'),
      );
    await expect(refresh(first)).resolves.toBeDefined();
  });

  it('of a grant that was taken back is refused', async () => {
    const { first, refresh, world, id } = await redeemed();
    await world.grants.revoke(id, now);
    await expect(refresh(first)).rejects.toMatchObject(invalidGrant('refresh_token_revoked'));
  });

  it('of a token that was never used in its idle time is refused', async () => {
    const { first, refresh } = await redeemed();
    await expect(refresh(first, now + 5000)).rejects.toMatchObject(invalidGrant('refresh_token_expired'));
    await expect(refresh(first, now + 4999)).resolves.toBeDefined();
  });

  it('ends with the absolute limit, however often the family was used', async () => {
    const { first, refresh } = await redeemed();
    const second = (await refresh(first, now + 4000)).refresh_token;
    const third = (await refresh(second, now + 8000)).refresh_token;
    await expect(refresh(third, now + 9000)).rejects.toMatchObject(invalidGrant('refresh_token_expired'));
    await expect(refresh(third, now + 8999)).resolves.toBeDefined();
  });
});

describe('the scope of a refresh, RFC 6749 §6', () => {
  it('may be narrower for the access token, while the refresh token keeps the granted one', async () => {
    const { first, refresh, world } = await redeemed();
    const narrow = await refresh(first, now, 'profile');
    expect(narrow.scope).toBe('profile');
    expect(await findTokenState(narrow.access_token, world)).toMatchObject({ scope: 'profile' });
    const wide = await refresh(narrow.refresh_token, now + 100);
    expect(wide.scope).toBe('profile event:write');
  });

  it('may be the granted one in another order', async () => {
    const { first, refresh } = await redeemed();
    expect((await refresh(first, now, 'event:write profile')).scope.split(' ').sort()).toEqual([
      'event:write',
      'profile',
    ]);
  });

  it.each(['profile admin', 'event:read', 'PROFILE'])(
    'may not be "%s", and the token stays usable',
    async (scope) => {
      const { first, refresh } = await redeemed();
      await expect(refresh(first, now, scope)).rejects.toMatchObject({
        reason: 'refresh_scope_exceeded',
        wire: { error: 'invalid_scope', status: 400 },
      });
      await expect(refresh(first)).resolves.toBeDefined();
    },
  );
});

describe('a refresh token that was replaced', () => {
  it('gets the very tokens again within the grace window, for the time that is left', async () => {
    const { first, refresh } = await redeemed();
    const answer = await refresh(first, now + 100);
    const { access_token, refresh_token, scope } = answer;
    expect(await refresh(first, now + 110)).toEqual({ ...answer, expires_in: 590 });
    expect(await refresh(first, now + 110)).toMatchObject({ access_token, refresh_token, scope });
    await expect(refresh(refresh_token, now + 111)).resolves.toBeDefined();
  });

  it('gets them again for the same narrower scope only', async () => {
    const { first, refresh, world } = await redeemed();
    const answer = await refresh(first, now, 'profile');
    expect(await refresh(first, now + 1, 'profile')).toEqual({ ...answer, expires_in: 599 });
    await expect(refresh(first, now + 1)).rejects.toMatchObject(invalidGrant('refresh_retry_differs'));
    expect(await findTokenState(answer.refresh_token ?? '', world)).not.toBeNull();
  });

  it('ends the family after the grace window, RFC 9700 §4.14.2', async () => {
    const { first, refresh, world } = await redeemed();
    const next = await refresh(first, now);
    await expect(refresh(first, now + 11)).rejects.toMatchObject(invalidGrant('refresh_token_reused'));
    expect(await findTokenState(next.access_token, world)).toBeNull();
    await expect(refresh(next.refresh_token, now + 11)).rejects.toMatchObject(
      invalidGrant('refresh_token_revoked'),
    );
  });

  it('ends the family at once where its successor was used', async () => {
    const { first, refresh } = await redeemed();
    const second = (await refresh(first, now)).refresh_token;
    const third = (await refresh(second, now + 1)).refresh_token;
    await expect(refresh(first, now + 2)).rejects.toMatchObject(invalidGrant('refresh_token_reused'));
    await expect(refresh(third, now + 3)).rejects.toMatchObject(invalidGrant('refresh_token_revoked'));
  });

  it('ends nothing where another client sends it', async () => {
    const { first, refresh } = await redeemed();
    const second = (await refresh(first, now)).refresh_token;
    await expect(refresh(first, now + 60, undefined, aClient())).rejects.toMatchObject(
      invalidGrant('refresh_token_of_another_client'),
    );
    await expect(refresh(second, now + 60)).resolves.toBeDefined();
  });

  it('gets no revoked access token again', async () => {
    const { first, refresh, world, id } = await redeemed();
    const { access_token } = await refresh(first, now);
    await world.grants.revokeAccessToken(id, secrets.hash(access_token));
    await expect(refresh(first, now + 1)).rejects.toMatchObject(invalidGrant('refresh_token_revoked'));
  });
});

describe('a refresh token that nobody issued', () => {
  it.each<[string, (parts: RefreshTokenParts) => string]>([
    ['no refresh token at all', () => 'abc'],
    ['of an unknown grant', (parts) => garbled({ ...parts, grant_id: '0'.repeat(32) })],
    ['of another family', (parts) => garbled({ ...parts, family: secrets.newSecret() })],
    ['with another secret, of the living generation', (parts) => garbled(parts)],
    ['with another secret, of the generation before', (parts) => garbled({ ...parts, generation: 0 })],
    ['of a generation to come', (parts) => garbled({ ...parts, generation: 2 })],
  ])('is refused and ends nothing: %s', async (_case, forge) => {
    const { first, refresh } = await redeemed();
    const second = (await refresh(first, now)).refresh_token as string;
    const forged = forge(parseRefreshToken(second) as RefreshTokenParts);
    await expect(refresh(forged, now + 60)).rejects.toMatchObject(invalidGrant('refresh_token_unknown'));
    await expect(refresh(second, now + 60)).resolves.toBeDefined();
  });

  it('is refused for a grant whose code was never redeemed', async () => {
    const planted = aGrant(client, aUser());
    const world = { grants: memoryGrants(planted), secrets, lifetimes, now };
    const refresh_token = garbled({ grant_id: planted.id, generation: 0, family: secrets.newSecret() });
    await expect(refreshGrant({ refresh_token }, client, world)).rejects.toMatchObject(
      invalidGrant('refresh_token_unknown'),
    );
  });
});

const garbled = (parts: RefreshTokenParts) => composeRefreshToken(parts, secrets.newSecret());

describe('refreshes at the same time', () => {
  it('get the same tokens, twenty of them, and the family lives', async () => {
    const { first, refresh } = await redeemed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first)));
    expect(new Set(answers.map(({ access_token }) => access_token)).size).toBe(1);
    const [next, ...others] = new Set(answers.map(({ refresh_token }) => refresh_token));
    expect(others).toEqual([]);
    await expect(refresh(next, now + 1)).resolves.toBeDefined();
  });

  it('get the same tokens where one slips in between check and write of the other', async () => {
    const { first, world, refresh } = await redeemed();
    const overtaking: Awaited<ReturnType<typeof refresh>>[] = [];
    const grants: Grants = {
      ...world.grants,
      rotate: async (...write) => {
        overtaking.push(await refresh(first));
        return world.grants.rotate(...write);
      },
    };
    const overtaken = await refreshGrant({ refresh_token: first }, client, { ...world, grants });
    expect([overtaken]).toEqual(overtaking);
  });

  it('get nothing where the grant is taken back in between', async () => {
    const { first, world, id } = await redeemed();
    const grants: Grants = {
      ...world.grants,
      rotate: async (...write) => {
        await world.grants.revoke(id, now);
        return world.grants.rotate(...write);
      },
    };
    const refused = refreshGrant({ refresh_token: first }, client, { ...world, grants });
    await expect(refused).rejects.toMatchObject(invalidGrant('refresh_token_revoked'));
  });
});
