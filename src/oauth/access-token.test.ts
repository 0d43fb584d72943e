import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { lifetimes, memoryGrants } from '../testing/memory-grants.ts';
import { aClient, aGrant, aUser, now } from '../testing/records.ts';
import { findTokenState, readBearerToken, requireAccessToken, revokeToken } from './access-token.ts';
import { issueForCode, issueForRefresh } from './issue.ts';
import type { Grant } from './ports.ts';
import { parseRefreshToken } from './token-format.ts';

describe('the bearer token of a request, RFC 6750 §2', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['BEARER  abc', 'abc'],
    ['Bearer aZ0-._~+/==', 'aZ0-._~+/=='],
  ])('is read from the header "%s"', (header, token) => {
    expect(readBearerToken(header, undefined)).toBe(token);
  });

  it('is read from the form where there is no header', () => {
    expect(readBearerToken(undefined, 'abc')).toBe('abc');
  });

  it.each([
    ['no header and no form', undefined, undefined, 'access_token_missing', 401],
    ['a header of another scheme', 'Basic abc', undefined, 'access_token_missing', 401],
    ['a scheme that only begins alike', 'Bearerabc', undefined, 'access_token_missing', 401],
    ['the scheme alone', 'Bearer', undefined, 'access_token_malformed', 400],
    ['two words', 'Bearer a b', undefined, 'access_token_malformed', 400],
    ['a character outside b64token', 'Bearer a"b', undefined, 'access_token_malformed', 400],
    ['padding in the middle', 'Bearer a=b', undefined, 'access_token_malformed', 400],
    ['the header and the form', 'Bearer abc', 'abc', 'access_token_repeated', 400],
  ])('is refused with %s', (_case, header, form, reason, status) => {
    expect(() => readBearerToken(header, form)).toThrow(
      expect.objectContaining({ reason, wire: expect.objectContaining({ status, challenge: 'Bearer' }) }),
    );
  });
});

/** A grant whose code was redeemed, and what came of it. */
async function redeemed() {
  const client = aClient();
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
  const { access_token, refresh_token = '' } = response;
  /** The tokens of a refresh at that time. */
  const rotate = async (token: string, at: number) => {
    const grant = (await grants.find(planted.id)) as Grant;
    const family = parseRefreshToken(token)?.family ?? '';
    const stored = grant.refresh_token as NonNullable<Grant['refresh_token']>;
    const next = issueForRefresh({ token, stored, family }, grant, grant.scope, { ...world, now: at });
    await grants.rotate(grant.id, stored.generation, next.issue);
    return { access_token: next.response.access_token, refresh_token: next.response.refresh_token ?? '' };
  };
  return { client, world, id: planted.id, access_token, refresh_token, rotate };
}

describe('an access token in use', () => {
  it('opens what its scope names', async () => {
    const { world, access_token, id } = await redeemed();
    const { grant, token } = await requireAccessToken(access_token, 'event:write', world);
    expect([grant.id, token.scope]).toEqual([id, 'profile event:write']);
  });

  it.each(['event', 'event:writer', 'profile event:write', 'Profile', ''])(
    'does not open the scope "%s", which its own does not name',
    async (scope) => {
      const { world, access_token } = await redeemed();
      await expect(requireAccessToken(access_token, scope, world)).rejects.toMatchObject({
        reason: 'scope_insufficient',
        particulars: { scope },
        wire: { error: 'insufficient_scope', status: 403 },
      });
    },
  );

  it('is open in its last second and expired in the next', async () => {
    const { world, access_token } = await redeemed();
    const last = { ...world, now: now + 599 };
    await expect(requireAccessToken(access_token, 'profile', last)).resolves.toBeDefined();
    const after = { ...world, now: now + 600 };
    await expect(requireAccessToken(access_token, 'profile', after)).rejects.toMatchObject({
      reason: 'access_token_expired',
      wire: { error: 'invalid_token', status: 401 },
    });
  });

  it('lives on through one refresh, to its own end', async () => {
    const { world, access_token, refresh_token, rotate } = await redeemed();
    await rotate(refresh_token, now + 300);
    await expect(
      requireAccessToken(access_token, 'profile', { ...world, now: now + 599 }),
    ).resolves.toBeDefined();
    await expect(
      requireAccessToken(access_token, 'profile', { ...world, now: now + 600 }),
    ).rejects.toMatchObject({ reason: 'access_token_expired' });
  });

  it.each([
    ['nothing', () => ''],
    ['a refresh token', (tokens: { refresh_token: string }) => tokens.refresh_token],
    ['another secret of the same grant', ({ id }: { id: string }) => `cga_${id}.${secrets.newSecret()}`],
    ['an unknown grant', () => `cga_${'0'.repeat(32)}.${secrets.newSecret()}`],
  ])('is none: %s', async (_case, text) => {
    const tokens = await redeemed();
    await expect(requireAccessToken(text(tokens), 'profile', tokens.world)).rejects.toMatchObject({
      reason: 'access_token_unusable',
      wire: { error: 'invalid_token', status: 401 },
    });
  });
});

describe('revoking, RFC 7009 §2.1', () => {
  it('ends an access token and leaves the refresh token', async () => {
    const { client, world, access_token, refresh_token } = await redeemed();
    await revokeToken(access_token, client, world);
    expect(await findTokenState(access_token, world)).toBeNull();
    expect(await findTokenState(refresh_token, world)).toMatchObject({ kind: 'refresh_token' });
  });

  it('ends the access token before the last refresh, and that alone', async () => {
    const { client, world, access_token, refresh_token, rotate } = await redeemed();
    const next = await rotate(refresh_token, now + 1);
    await revokeToken(access_token, client, world);
    expect(await findTokenState(access_token, world)).toBeNull();
    expect(await findTokenState(next.access_token, world)).not.toBeNull();
  });

  it('ends with a refresh token every token of its grant', async () => {
    const { client, world, access_token, refresh_token } = await redeemed();
    await revokeToken(refresh_token, client, world);
    expect(await findTokenState(access_token, world)).toBeNull();
    expect(await findTokenState(refresh_token, world)).toBeNull();
  });

  it('ends the grant with the refresh token that was just replaced, which could come again', async () => {
    const { client, world, refresh_token, rotate } = await redeemed();
    const next = await rotate(refresh_token, now + 1);
    await revokeToken(refresh_token, client, world);
    expect(await findTokenState(next.refresh_token, world)).toBeNull();
    expect(await findTokenState(next.access_token, world)).toBeNull();
  });

  it('refuses a token of another client, which lives on', async () => {
    const { world, access_token, refresh_token } = await redeemed();
    for (const token of [access_token, refresh_token]) {
      await expect(revokeToken(token, aClient(), world)).rejects.toMatchObject({
        reason: 'token_of_another_client',
        wire: { status: 400 },
      });
      expect(await findTokenState(token, world)).not.toBeNull();
    }
  });

  it('has nothing against a token that is unknown or already ended', async () => {
    const { client, world, access_token, refresh_token } = await redeemed();
    await revokeToken('no token', client, world);
    await revokeToken(refresh_token, client, world);
    for (const token of [access_token, refresh_token])
      await expect(revokeToken(token, client, world)).resolves.toBeUndefined();
  });
});

describe('the state of a token, RFC 7662 §2.2', () => {
  it('is that of the access token', async () => {
    const { world, access_token } = await redeemed();
    expect(await findTokenState(access_token, world)).toMatchObject({
      kind: 'access_token',
      scope: 'profile event:write',
      issued_at: now,
      expires_at: now + 600,
    });
  });

  it('is that of the living refresh token', async () => {
    const { world, refresh_token } = await redeemed();
    expect(await findTokenState(refresh_token, world)).toMatchObject({
      kind: 'refresh_token',
      scope: 'profile event:write',
      expires_at: now + 5000,
    });
  });

  it('is none from the instant of its end', async () => {
    const { world, access_token, refresh_token } = await redeemed();
    expect(await findTokenState(access_token, { ...world, now: now + 600 })).toBeNull();
    expect(await findTokenState(refresh_token, { ...world, now: now + 4999 })).not.toBeNull();
    expect(await findTokenState(refresh_token, { ...world, now: now + 5000 })).toBeNull();
  });

  it('is none for a refresh token that was replaced', async () => {
    const { world, refresh_token, rotate } = await redeemed();
    await rotate(refresh_token, now + 1);
    expect(await findTokenState(refresh_token, world)).toBeNull();
  });
});
