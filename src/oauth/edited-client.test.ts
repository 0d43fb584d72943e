import { describe, expect, it } from 'vitest';
import { secrets } from '../secrets/secrets.ts';
import { lifetimes, memoryGrants } from '../testing/memory-grants.ts';
import { aClient, aGrant, aUser, now } from '../testing/records.ts';
import { findTokenState, noteUse, requireAccessToken } from './access-token.ts';
import { redeemCode } from './grants/authorization-code.ts';
import { refreshGrant } from './grants/refresh-token.ts';
import type { Client, Grant, Grants } from './ports.ts';
import { composeCode } from './token-format.ts';
import { strict } from './tolerances.ts';

const redirect_uri = 'https://client.example/cb';
const registered = aClient({ scope: 'profile event:read event:write', redirect_uris: [redirect_uri] });

/** A client whose registration can change between the owner's yes and what becomes of it. */
function approved(changes: Partial<Grant> = {}) {
  const planted = aGrant(registered, aUser(), {
    scope: 'profile event:write',
    code_challenge: null,
    redirect_uri,
    ...changes,
  });
  const code = composeCode(planted.id, secrets.newSecret());
  const stored = memoryGrants({ ...planted, code_hash: secrets.hash(code) });
  let client: Client = registered;
  const grants: Grants = {
    ...stored,
    find: async (id) => {
      const grant = await stored.find(id);
      return grant && { ...grant, client_scope: client.scope };
    },
  };
  const world = { grants, secrets, lifetimes, now, tolerances: strict };
  return {
    world,
    id: planted.id,
    edit: (edits: Partial<Client>) => void (client = { ...client, ...edits }),
    redeem: () => redeemCode({ code, redirect_uri: planted.redirect_uri }, client, world),
    refresh: (refresh_token = '', scope?: string, at = now) =>
      refreshGrant({ refresh_token, scope }, client, { ...world, now: at }),
  };
}

const invalidGrant = (reason: string) => ({ reason, wire: { error: 'invalid_grant', status: 400 } });

describe('a code whose client was edited', () => {
  it('is redeemed for what is left of its scope', async () => {
    const { world, edit, redeem } = approved();
    edit({ scope: 'event:read profile' });
    const answer = await redeem();
    expect(answer.scope).toBe('profile');
    expect(await findTokenState(answer.access_token, world)).toMatchObject({ scope: 'profile' });
  });

  it('is refused where nothing of its scope is left, and is usable when it is back', async () => {
    const { edit, redeem } = approved();
    edit({ scope: 'event:read' });
    await expect(redeem()).rejects.toMatchObject(invalidGrant('code_scope_withdrawn'));
    edit({ scope: registered.scope });
    await expect(redeem()).resolves.toMatchObject({ scope: 'profile event:write' });
  });

  it('is refused while its redirect URI is not registered', async () => {
    const { edit, redeem } = approved();
    edit({ redirect_uris: ['https://client.example/other'] });
    await expect(redeem()).rejects.toMatchObject(invalidGrant('code_redirect_uri_withdrawn'));
    edit({ redirect_uris: ['https://client.example/other', redirect_uri] });
    await expect(redeem()).resolves.toBeDefined();
  });

  it('that was sent to another loopback port is redeemed while the address is registered', async () => {
    const { edit, redeem } = approved({ redirect_uri: 'http://127.0.0.1:49152/cb' });
    await expect(redeem()).rejects.toMatchObject(invalidGrant('code_redirect_uri_withdrawn'));
    edit({ redirect_uris: ['http://127.0.0.1/cb'] });
    await expect(redeem()).resolves.toBeDefined();
  });
});

describe('an access token whose client was edited', () => {
  it('opens what is left of its scope, and all of it again when it is back', async () => {
    const { world, edit, redeem } = approved();
    const { access_token } = await redeem();
    edit({ scope: 'profile event:read' });
    await expect(requireAccessToken(access_token, 'event:write', world)).rejects.toMatchObject({
      reason: 'scope_insufficient',
    });
    await expect(requireAccessToken(access_token, 'event:read', world)).rejects.toMatchObject({
      reason: 'scope_insufficient',
    });
    await expect(requireAccessToken(access_token, 'profile', world)).resolves.toMatchObject({
      token: { scope: 'profile' },
    });
    expect(await findTokenState(access_token, world)).toMatchObject({ scope: 'profile' });
    edit({ scope: registered.scope });
    await expect(requireAccessToken(access_token, 'event:write', world)).resolves.toBeDefined();
  });

  it('is not active where nothing of its scope is left, nor is its refresh token', async () => {
    const { world, edit, redeem } = approved();
    const { access_token, refresh_token = '' } = await redeem();
    edit({ scope: 'event:read' });
    expect(await findTokenState(access_token, world)).toBeNull();
    expect(await findTokenState(refresh_token, world)).toBeNull();
  });
});

describe('a refresh token whose client was edited', () => {
  it('is exchanged for what is left of its scope, and keeps what the owner granted', async () => {
    const { world, edit, redeem, refresh } = approved();
    const { refresh_token } = await redeem();
    edit({ scope: 'profile' });
    expect(await findTokenState(refresh_token ?? '', world)).toMatchObject({ scope: 'profile' });
    const narrowed = await refresh(refresh_token);
    expect(narrowed.scope).toBe('profile');
    edit({ scope: registered.scope });
    const widened = await refresh(narrowed.refresh_token, undefined, now + 100);
    expect(widened.scope).toBe('profile event:write');
  });

  it('asks in vain for what the client has lost, and for anything where all is lost', async () => {
    const { edit, redeem, refresh } = approved();
    const { refresh_token } = await redeem();
    edit({ scope: 'profile' });
    await expect(refresh(refresh_token, 'event:write')).rejects.toMatchObject({
      reason: 'refresh_scope_exceeded',
      wire: { error: 'invalid_scope' },
    });
    edit({ scope: 'event:read' });
    await expect(refresh(refresh_token)).rejects.toMatchObject(invalidGrant('refresh_scope_withdrawn'));
    edit({ scope: registered.scope });
    await expect(refresh(refresh_token)).resolves.toMatchObject({ scope: 'profile event:write' });
  });

  it('gets its lost answer again, without what the client has lost since', async () => {
    const { edit, redeem, refresh } = approved();
    const { refresh_token } = await redeem();
    const lost = await refresh(refresh_token);
    edit({ scope: 'profile' });
    expect(await refresh(refresh_token, undefined, now + 5)).toEqual({
      ...lost,
      expires_in: lost.expires_in - 5,
      scope: 'profile',
    });
  });
});

describe('the last use of a grant', () => {
  const lastUse = async ({ world, id }: ReturnType<typeof approved>) =>
    (await world.grants.find(id))?.last_used_at;

  it('is the redemption, then each refresh, then a use a minute later', async () => {
    const given = approved();
    const { refresh_token } = await given.redeem();
    expect(await lastUse(given)).toBe(now);
    await given.refresh(refresh_token, undefined, now + 30);
    expect(await lastUse(given)).toBe(now + 30);
    const use = async (at: number) => {
      const grant = (await given.world.grants.find(given.id)) as Grant;
      await noteUse(grant, { ...given.world, now: at });
      return await lastUse(given);
    };
    expect(await use(now + 89)).toBe(now + 30);
    expect(await use(now + 90)).toBe(now + 90);
  });

  it('may fail to be noted', async () => {
    const given = approved();
    const grant = (await given.world.grants.find(given.id)) as Grant;
    const grants = { ...given.world.grants, touch: () => Promise.reject(new Error('the disk is full')) };
    await expect(noteUse(grant, { grants, now })).resolves.toBeUndefined();
  });
});
