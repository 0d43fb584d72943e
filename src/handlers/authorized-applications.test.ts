import { describe, expect, it } from 'vitest';
import { another, submit } from '../testing/application-pages.ts';
import { textOf } from '../testing/authorization-answer.ts';
import { databases } from '../testing/databases.ts';
import { plantCode } from '../testing/owner.ts';
import { testServer } from '../testing/server.ts';
import { exchange, getMe, plantTokens, refresh, refusalOf } from '../testing/token-client.ts';

const path = '/oauth/authorized_applications';
const idOf = (token: string) => token.slice(4, 36);

describe.each(databases)('authorized applications on $name', ({ create }) => {
  const server = testServer({ create });

  it('are shown with what they may do, of the user alone and while they live', async () => {
    const [mine, theirs] = [await another(server), await another(server)];
    expect(textOf((await mine.browser.get(path).expect(200)).text)).not.toContain('Calendar');
    await plantTokens(server, { user_id: mine.user.id, scope: 'profile event:write' });
    const ended = await plantTokens(server, { user_id: mine.user.id, scope: 'event:read' });
    await server.store.grants.revoke(idOf(ended.access_token), server.clock.now);
    const text = textOf((await mine.browser.get(path).expect(200)).text);
    expect(text).toContain('Calendar');
    expect(text).toContain('See your user name and your name');
    expect(text).toContain('Add, change and delete your events');
    expect(text).not.toContain('See your events');
    expect(textOf((await theirs.browser.get(path)).text)).not.toContain('Calendar');
  });

  it('are taken back one by one, at once, and a second click is no error', async () => {
    const { user, browser } = await another(server);
    const [gone, kept] = [
      await plantTokens(server, { user_id: user.id }),
      await plantTokens(server, { user_id: user.id }),
    ];
    for (const _click of [1, 2]) {
      const { status, headers } = await submit(browser, `${path}/${idOf(gone.access_token)}/revoke`);
      expect([status, headers.location]).toEqual([303, `${path}?done=revoked`]);
    }
    expect(textOf((await browser.get(`${path}?done=revoked`)).text)).toContain('has no access any more');
    await getMe(server, gone.access_token).expect(401);
    expect(refusalOf(await refresh(server, gone.refresh_token))).toEqual([400, 'invalid_grant']);
    await getMe(server, kept.access_token).expect(200);
  });

  it('are taken back all together, codes included, and nobody else’s', async () => {
    const [mine, theirs] = [await another(server), await another(server)];
    const tokens = await plantTokens(server, { user_id: mine.user.id });
    const code = await plantCode(server, { user_id: mine.user.id });
    const others = await plantTokens(server, { user_id: theirs.user.id });
    const { status, headers } = await submit(mine.browser, `${path}/revoke`);
    expect([status, headers.location]).toEqual([303, `${path}?done=all_revoked`]);
    expect(textOf((await mine.browser.get(`${path}?done=all_revoked`)).text)).toContain('No application');
    await getMe(server, tokens.access_token).expect(401);
    expect(refusalOf(await exchange(server, code))).toEqual([400, 'invalid_grant']);
    await getMe(server, others.access_token).expect(200);
  });

  it('of somebody else cannot be told from none, and live on', async () => {
    const [mine, theirs] = [await another(server), await another(server)];
    const tokens = await plantTokens(server, { user_id: theirs.user.id });
    for (const id of [idOf(tokens.access_token), '0'.repeat(32)])
      expect((await submit(mine.browser, `${path}/${id}/revoke`)).status).toBe(404);
    await getMe(server, tokens.access_token).expect(200);
  });
});
