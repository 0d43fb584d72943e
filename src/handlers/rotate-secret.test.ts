import { describe, expect, it } from 'vitest';
import { another, owned, secretIn, submit } from '../testing/application-pages.ts';
import { databases } from '../testing/databases.ts';
import { clientSecret, testServer, type TestServer } from '../testing/server.ts';
import { postForm } from '../testing/token-client.ts';

/** Whether the client can prove itself with the secret: a revocation of nothing. */
async function isAccepted(server: TestServer, client_id: string, client_secret?: string): Promise<boolean> {
  const { status } = await postForm(server, '/oauth/revoke', { token: 'x', client_id, client_secret });
  return status === 200;
}

describe.each(databases)('a new secret on $name', ({ create }) => {
  const server = testServer({ create });

  async function rotated(fields: Record<string, string> = {}) {
    const { user, browser } = await another(server);
    const { client_id } = await owned(server, user);
    const answer = await submit(browser, `/oauth/applications/${client_id}/secret`, fields);
    return { browser, client_id, answer, secret: secretIn(answer.text) };
  }

  it.each([
    ['a day where nothing is said', {}, 86_400],
    ['an hour', { overlap: '3600' }, 3600],
    ['a week', { overlap: '604800' }, 604_800],
  ])('is good beside the one before for %s', async (_case, fields, seconds) => {
    const { client_id, answer, secret, browser } = await rotated(fields);
    expect(answer.status).toBe(200);
    const accepted = async () => [
      await isAccepted(server, client_id, secret),
      await isAccepted(server, client_id, clientSecret),
    ];
    expect(await accepted()).toEqual([true, true]);
    server.clock.now += seconds - 1;
    expect(await accepted()).toEqual([true, true]);
    server.clock.now += 1;
    expect(await accepted()).toEqual([true, false]);
    expect(secretIn((await browser.get(`/oauth/applications/${client_id}`)).text)).toBeUndefined();
    expect(server.log.join()).not.toContain('cgs_');
  });

  it('without an overlap ends the one before at once', async () => {
    const { client_id, secret } = await rotated({ overlap: '0' });
    expect(await isAccepted(server, client_id, secret)).toBe(true);
    expect(await isAccepted(server, client_id, clientSecret)).toBe(false);
  });

  it('ends the oldest when it is replaced itself', async () => {
    const { browser, client_id, secret } = await rotated();
    await submit(browser, `/oauth/applications/${client_id}/secret`, { overlap: '3600' });
    expect(await isAccepted(server, client_id, secret)).toBe(true);
    expect(await isAccepted(server, client_id, clientSecret)).toBe(false);
  });

  it.each(['1', '-1', '86400.0', 'day', '604801'])('is not made for an overlap of %s', async (overlap) => {
    const { answer, client_id } = await rotated({ overlap });
    expect(answer.status).toBe(400);
    expect(await isAccepted(server, client_id, clientSecret)).toBe(true);
  });

  it('is not made for a public application', async () => {
    const { user, browser } = await another(server);
    const { client_id } = await owned(server, user, { client_secret_hash: null });
    const answer = await submit(browser, `/oauth/applications/${client_id}/secret`);
    expect([answer.status, secretIn(answer.text)]).toEqual([400, undefined]);
    expect(answer.text).toContain('public and has no secret');
  });
});
