import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, runsBrowserTests } from '../testing/chromium.ts';
import { sandboxSite } from '../testing/sandbox-site.ts';
import { signInTo } from '../testing/sandbox-tab.ts';
import { inTab } from '../testing/watched-tab.ts';

const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

describe.runIf(runsBrowserTests)('a client of Metamaps in Chromium', () => {
  const site = sandboxSite('metamaps');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  /** As the document says: the URN is typed into the field for the redirect URI. */
  async function register(tab: Tab): Promise<{ client_id: string; client_secret: string }> {
    await tab.goto(`${site.origin}/oauth/applications/new`);
    await signInTo(tab, 'demo');
    await tab.getByLabel('Name', { exact: true }).fill('My test client');
    const judged = tab.waitForResponse(/redirect_uri_check/);
    await tab.getByLabel('Redirect URI 1').fill(outOfBand);
    await tab.keyboard.press('Tab');
    expect(await (await judged).json()).toEqual({ problem: null });
    await tab.getByLabel('See your user name and your name').check();
    await tab.getByRole('button', { name: 'Register' }).click();
    const client_id = await tab.locator('dt:has-text("Client ID") + dd').innerText();
    return {
      client_id,
      client_secret: await tab.getByRole('textbox', { name: 'Client secret' }).innerText(),
    };
  }

  test('an application for the out-of-band URN is registered, authorized from its details, and gets tokens by a URL', async () => {
    await inTab(browser, {}, async (tab) => {
      const { client_id, client_secret } = await register(tab);
      await tab.getByRole('link', { name: 'Ask for access' }).click();
      expect(await tab.locator('main').innerText()).toContain('My test client');
      await tab.getByRole('button', { name: 'Authorize' }).click();
      const code = await tab.getByRole('textbox', { name: 'Your authorization code' }).innerText();
      expect(tab.url()).not.toContain(code);

      const query = `client_id=${client_id}&client_secret=${client_secret}&code=${code}&grant_type=authorization_code&redirect_uri=${outOfBand}`;
      const answer = await fetch(`${site.origin}/oauth/token?${query}`, {
        method: 'POST',
        credentials: 'same-origin',
      });
      const tokens = (await answer.json()) as { access_token: string };
      expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 7200 });
      expect(tokens).toHaveProperty('refresh_token');
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      expect((await fetch(`${site.origin}/api/me`, { headers })).status).toBe(200);
    });
  });
});
