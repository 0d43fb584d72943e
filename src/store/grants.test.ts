import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue, NewGrant } from '../oauth/ports.ts';
import { databases } from '../testing/databases.ts';
import { freshStore } from '../testing/fresh-store.ts';
import { aClient, aGrant, anIssue, aUser, now } from '../testing/records.ts';

const untouched = {
  redeemed_at: null,
  revoked_at: null,
  access_token: null,
  previous_access_token: null,
  refresh_token: null,
  last_used_at: null,
};

describe.each(databases)('grants on $name', ({ create }) => {
  const fresh = freshStore(create);
  const [client, user] = [aClient(), aUser()];
  const owner = { username: user.username, name: user.name };
  const nothingYet = { ...untouched, client_scope: client.scope, owner };
  beforeAll(async () => {
    await fresh.store.clients.add(client);
    await fresh.store.users.add(user);
  });

  async function added(changes: Partial<NewGrant> = {}): Promise<NewGrant> {
    const grant = aGrant(client, user, changes);
    await fresh.store.grants.add(grant);
    return grant;
  }

  async function redeemed(issue: Issue = anIssue()): Promise<NewGrant> {
    const grant = await added();
    expect(await fresh.store.grants.redeem(grant.id, now, issue)).toBe(true);
    return grant;
  }

  it('come back as they were added, with nothing issued yet', async () => {
    const grant = await added();
    expect(await fresh.store.grants.find(grant.id)).toEqual({ ...grant, ...nothingYet });
    const other = await added({ redirect_uri_sent: false, code_challenge: null });
    expect(await fresh.store.grants.find(other.id)).toEqual({ ...other, ...nothingYet });
    expect(await fresh.store.grants.find('none')).toBeUndefined();
  });

  it('hold what a redemption issued', async () => {
    const issue = anIssue();
    const grant = await redeemed(issue);
    const expected = { ...grant, ...nothingYet, ...issue, redeemed_at: now, last_used_at: now };
    expect(await fresh.store.grants.find(grant.id)).toEqual(expected);
  });

  it('hold a redemption without a refresh token', async () => {
    const issue = anIssue(0, { refresh_token: null });
    const grant = await redeemed(issue);
    expect(await fresh.store.grants.find(grant.id)).toMatchObject({ ...issue, refresh_token: null });
  });

  it('are redeemed once; a second redemption changes nothing', async () => {
    const issue = anIssue();
    const grant = await redeemed(issue);
    expect(await fresh.store.grants.redeem(grant.id, now + 1, anIssue())).toBe(false);
    expect(await fresh.store.grants.find(grant.id)).toMatchObject({ ...issue, redeemed_at: now });
  });

  it('are not redeemed where there is none', async () => {
    expect(await fresh.store.grants.redeem('none', now, anIssue())).toBe(false);
  });

  it('move the access token to the previous one when rotated', async () => {
    const [first, second, third] = [anIssue(0), anIssue(1), anIssue(2)];
    const { id } = await redeemed(first);
    expect(await fresh.store.grants.rotate(id, 0, second)).toBe(true);
    expect(await fresh.store.grants.find(id)).toMatchObject({
      ...second,
      previous_access_token: first.access_token,
    });
    expect(await fresh.store.grants.rotate(id, 1, third)).toBe(true);
    expect(await fresh.store.grants.find(id)).toMatchObject({
      ...third,
      previous_access_token: second.access_token,
    });
  });

  it('are rotated from the living generation only', async () => {
    const { id } = await redeemed();
    expect(await fresh.store.grants.rotate(id, 1, anIssue(2))).toBe(false);
    expect(await fresh.store.grants.rotate(id, 0, anIssue(1))).toBe(true);
    expect(await fresh.store.grants.rotate(id, 0, anIssue(1))).toBe(false);
  });

  it('carry what their client may ask for at the time of reading', async () => {
    const edited = aClient();
    await fresh.store.clients.add(edited);
    const grant = await added({ client_id: edited.client_id });
    await fresh.store.clients.update(edited.client_id, { ...edited, scope: 'events.read' });
    expect(await fresh.store.grants.find(grant.id)).toMatchObject({
      scope: grant.scope,
      client_scope: 'events.read',
    });
  });

  it('remember their last use: redemption, rotation, or one that is noted, and never an earlier one', async () => {
    const { grants } = fresh.store;
    const { id } = await redeemed();
    const lastUse = async () => (await grants.find(id))?.last_used_at;
    expect(await lastUse()).toBe(now);
    await grants.touch(id, now + 70);
    await grants.touch(id, now + 65);
    expect(await lastUse()).toBe(now + 70);
    const issue = anIssue(1);
    const access_token = { ...issue.access_token, issued_at: now + 100 };
    await grants.rotate(id, 0, { ...issue, access_token });
    expect(await lastUse()).toBe(now + 100);
    await expect(grants.touch('none', now)).resolves.toBeUndefined();
    const waiting = await added();
    await grants.touch(waiting.id, now);
    expect((await grants.find(waiting.id))?.last_used_at).toBe(now);
  });

  it('are not rotated before they are redeemed', async () => {
    const { id } = await added();
    expect(await fresh.store.grants.rotate(id, 0, anIssue(1))).toBe(false);
  });
});
